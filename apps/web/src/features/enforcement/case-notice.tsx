import { dayInWords } from '../../shared/ui/dates';
import { Facts } from '../../shared/ui/facts';
import { Panel } from '../../shared/ui/panel';
import { yuan } from '../../shared/ui/money';
import type { PenaltyCase } from './queries';

/** What the party was told (行政处罚告知). */
export function CaseNotice({ subject: { notice, tiers } }: { readonly subject: PenaltyCase }) {
  if (!notice) return null;
  const { severity, measureLabels, amountFen, facts, reasons, rights, noticedOn, statementUntil } = notice;
  const tier = tiers.find((candidate) => candidate.severity === severity);
  return (
    <Panel title="行政处罚告知">
      <Facts
        facts={[
          { name: '拟作出的处理', value: measureLabels.join('、') },
          ...(amountFen > 0 ? [{ name: '拟处罚款', value: yuan(amountFen) }] : []),
          { name: '适用档次', value: tier?.condition ?? null },
          { name: '告知日期', value: dayInWords(noticedOn) },
          { name: '陈述申辩期至', value: dayInWords(statementUntil) },
        ]}
      />
      <h3>违法事实</h3>
      <p className="plain-text">{facts}</p>
      <h3>处罚理由</h3>
      <p className="plain-text">{reasons}</p>
      <h3>当事人的权利</h3>
      <p>{rights}</p>
    </Panel>
  );
}
