import { dayInWords } from '../../shared/ui/dates';
import { serviceFacts } from '../../shared/ui/decision-service';
import { Facts } from '../../shared/ui/facts';
import { yuanInFull } from '../../shared/ui/money';
import { Panel } from '../../shared/ui/panel';
import { DownloadDocument } from '../../shared/files/download-document';
import { publicityInWords } from './publicity-in-words';
import type { PenaltyCase } from './queries';

/** How the case ended (处罚决定、不予处罚). */
export function CaseDecision({ subject }: { readonly subject: PenaltyCase }) {
  const { decision, publicity } = subject;
  if (!decision) return null;
  const { number, penalty, text, statementReview, decidedOn, remedies } = decision;
  const { reconsiderationUntil, litigationUntil } = decision;
  return (
    <Panel title={penalty ? '处罚决定' : '不予处罚决定'}>
      <Facts
        facts={[
          { name: '文号', value: <span className="mono">{number}</span> },
          { name: '决定日期', value: dayInWords(decidedOn) },
          ...serviceFacts(decision),
          ...(penalty ? [{ name: '处理', value: penalty.measureLabels.join('、') }] : []),
          ...(penalty && penalty.amountFen > 0
            ? [{ name: '罚款', value: yuanInFull(penalty.amountFen) }]
            : []),
          ...(penalty && penalty.amountFen > 0
            ? [
                {
                  name: '缴款期限',
                  value: `自收到决定书之日起${penalty.paymentPeriod ?? ''}内${
                    penalty.paymentDueOn === null ? '' : `，至${dayInWords(penalty.paymentDueOn)}`
                  }`,
                },
              ]
            : []),
        ]}
      />
      <h3>决定的内容和理由</h3>
      <p className="plain-text">{text}</p>
      {statementReview !== null && (
        <>
          <h3>对陈述申辩的复核意见</h3>
          <p className="plain-text">{statementReview}</p>
        </>
      )}
      {publicity && (
        <>
          <h3>公示</h3>
          <p>{publicityInWords(publicity)}</p>
        </>
      )}
      <h3>救济途径</h3>
      <p>{remedies}</p>
      {reconsiderationUntil !== null && litigationUntil !== null && (
        <p>
          申请行政复议至{dayInWords(reconsiderationUntil)}，提起行政诉讼至{dayInWords(litigationUntil)}。
        </p>
      )}
      <DownloadDocument
        path={`/api/v1/penalty-cases/${subject.id}/decision.pdf`}
        title={penalty ? '行政处罚决定书' : '不予行政处罚决定书'}
        number={number}
      />
    </Panel>
  );
}
