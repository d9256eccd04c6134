import { REMOVAL_SERVICE_LABELS } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';
import { Facts, type Fact } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import { yuanInFull } from '../../shared/ui/money';
import { DownloadDocument } from '../../shared/files/download-document';
import { priorOrderInWords } from './prior-order';
import type { PenaltyCase } from './queries';

/** What the party was told (行政处罚告知), or will be once its paper is handed over. */
export function CaseNotice({ subject }: { readonly subject: PenaltyCase }) {
  const { notice } = subject;
  if (!notice) return null;
  const { facts, reasons, rights, noticedOn } = notice;
  return (
    <Panel title={noticedOn === null ? '拟告知的内容' : '行政处罚告知'}>
      {subject.status === 'PREPARED' && (
        <p>
          告知书已经制作，还没有登记送达，当事人在系统中看不到。请下载打印、加盖印章后送达当事人，再登记送达；内容有误的，重新制作。
        </p>
      )}
      <Facts facts={noticeFacts(subject, notice)} />
      <h3>违法事实</h3>
      <p className="plain-text">{facts}</p>
      <h3>处罚理由</h3>
      <p className="plain-text">{reasons}</p>
      <h3>当事人的权利</h3>
      <p>{rights}</p>
      <DownloadDocument
        path={`/api/v1/penalty-cases/${subject.id}/notice.pdf`}
        title="行政处罚事先告知书"
        number={subject.caseNumber}
      />
    </Panel>
  );
}

/** What is meant to be imposed, on which tier, and until when the party may speak. */
export function noticeFacts(
  { tiers }: Pick<PenaltyCase, 'tiers'>,
  notice: NonNullable<PenaltyCase['notice']>,
): Fact[] {
  const { severity, measureLabels, amountFen, paperOn, noticedOn, statementUntil, priorOrder } = notice;
  const { service, serviceNote, servedOn } = notice;
  const tier = tiers.find((candidate) => candidate.severity === severity);
  return [
    { name: '拟作出的处理', value: measureLabels.join('、') },
    ...(amountFen > 0 ? [{ name: '拟处罚款', value: yuanInFull(amountFen) }] : []),
    { name: '适用档次', value: tier?.condition ?? null },
    ...(priorOrder ? [{ name: '此前的责令改正', value: priorOrderInWords(priorOrder) }] : []),
    { name: '告知书日期', value: dayInWords(paperOn) },
    ...(service === null || servedOn === null
      ? []
      : [{ name: '送达', value: `${dayInWords(servedOn)}，${REMOVAL_SERVICE_LABELS[service]}` }]),
    ...(serviceNote === null ? [] : [{ name: '送达情况', value: serviceNote }]),
    ...(noticedOn === null || noticedOn === paperOn
      ? []
      : [{ name: '登记送达的日期', value: dayInWords(noticedOn) }]),
    ...(statementUntil === null ? [] : [{ name: '陈述申辩期至', value: dayInWords(statementUntil) }]),
  ];
}
