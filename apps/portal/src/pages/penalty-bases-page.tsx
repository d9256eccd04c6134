import {
  departmentLabel,
  KIND_LABELS,
  KINDS,
  type Kind,
  type MeasureRow,
  type PenaltyBasisRow,
  type PenaltyTier,
} from '@zhaoguan/contracts';
import { districtPath } from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import type { Districts } from '../components/search-form';
import type { PageContext } from '../http/page-context';

export interface PenaltyBasesData {
  readonly bases: readonly PenaltyBasisRow[];
  readonly measures: readonly MeasureRow[];
  readonly districts: Districts;
}

interface PageProps {
  readonly context: PageContext;
  readonly data: PenaltyBasesData;
}

const NATIONWIDE = '000000';

/** 处罚依据: for which conduct, by which clause, what may be imposed, from the same data by which cases are opened. */
export function PenaltyBasesPage({ context, data }: PageProps): VNode {
  return (
    <Layout
      context={context}
      title="处罚依据"
      description="养老机构、托育机构的哪些行为会受到行政处罚，依据哪一条，可以怎样处罚。"
      crumbs={[{ name: '行政处罚', path: '/penalties' }, { name: '处罚依据' }]}
    >
      <h1>处罚依据</h1>
      <p class="lead">
        主管部门立案、决定处罚，只能依据下列条款，罚款不得超出列明的幅度。没有列在这里的行为，不能据此处罚。
      </p>
      {KINDS.map((kind) => (
        <BasesOf key={kind} kind={kind} data={data} />
      ))}
    </Layout>
  );
}

function BasesOf({ kind, data }: { kind: Kind; data: PenaltyBasesData }): VNode {
  const labels = new Map(data.measures.map(({ code, label }) => [code, label]));
  return (
    <Section id={kind === 'CHILDCARE' ? 'childcare' : 'elderly-care'} title={KIND_LABELS[kind]}>
      <ul class="records">
        {data.bases
          .filter((basis) => basis.kind === kind)
          .map((basis) => (
            <li key={basis.code}>
              <h3>{basis.conduct}</h3>
              <ul class="text">
                {basis.tiers.map((tier) => (
                  <li key={tier.severity}>
                    {tier.condition}：{measuresText(tier, basis.fineMultiple, labels)}
                  </li>
                ))}
              </ul>
              <p class="quiet">
                {basis.law}
                {basis.article} · {basis.enforcedBy.map(departmentLabel).join('或者')}实施
                {basis.jurisdiction !== NATIONWIDE &&
                  ` · 只在${districtPath(data.districts, basis.jurisdiction)}施行`}
              </p>
            </li>
          ))}
      </ul>
    </Section>
  );
}

function measuresText(
  tier: PenaltyTier,
  multiple: PenaltyBasisRow['fineMultiple'],
  labels: ReadonlyMap<string, string>,
): string {
  return tier.measures
    .map((code) => (code === 'FINE' ? fineText(tier, multiple) : (labels.get(code) ?? code)))
    .join('，');
}

function fineText(
  { minFineFen, maxFineFen }: PenaltyTier,
  multiple: PenaltyBasisRow['fineMultiple'],
): string {
  if (multiple) return `处${multiple.of} ${multiple.min} 倍以上 ${multiple.max} 倍以下罚款`;
  if (maxFineFen === null) return '罚款';
  const most = `${yuan(maxFineFen)}以下罚款`;
  return minFineFen ? `处 ${yuan(minFineFen)}以上 ${most}` : `处 ${most}`;
}

/** As laws write it: in whole 万 where it is one. */
function yuan(fen: number): string {
  const amount = fen / 100;
  return amount >= 10_000 && amount % 10_000 === 0 ? `${amount / 10_000} 万元` : `${amount} 元`;
}
