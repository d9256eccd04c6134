import { GRADE_LABELS, type CreditRuleFile, type CreditRuleRow } from '@zhaoguan/contracts';
import { Fragment, type VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Section } from '../components/facts';
import { Layout } from '../components/layout';
import { GradeMark } from '../components/marks';
import type { PageContext } from '../http/page-context';
import { creditExamples } from './credit-examples';

export interface CreditRulesData {
  readonly items: readonly CreditRuleRow[];
  readonly rules: Pick<CreditRuleFile, 'engine' | 'grades' | 'publicity' | 'repair' | 'opening'>;
}

interface PageProps {
  readonly context: PageContext;
  readonly data: CreditRulesData;
}

/** 信用规则: every number by which grades are computed, from the same data that computes them. */
export function CreditRulesPage({ context, data }: PageProps): VNode {
  return (
    <Layout
      context={context}
      title="信用规则"
      description="信用等级怎样计分、怎样定级、多久失效。"
      crumbs={[{ name: '信用规则' }]}
    >
      <h1>信用规则</h1>
      <p class="lead">
        信用等级由系统按下列规则计算，不由人工打分，只用来决定抽查的比例和频次，不评价服务好坏。本页与计算所用的规则是同一份数据。
      </p>
      <Sum data={data} />
      <Grades data={data} />
      <Points
        id="deductions"
        title="扣分"
        rows={data.items.filter(({ direction }) => direction === 'DEDUCT')}
        data={data}
      />
      <Points
        id="bonuses"
        title="加分"
        rows={data.items.filter(({ direction }) => direction === 'BONUS')}
        data={data}
      />
      <Examples data={data} />
      <Publicity data={data} />
    </Layout>
  );
}

function Sum({ data: { rules } }: Pick<PageProps, 'data'>): VNode {
  const { engine, opening } = rules;
  return (
    <Section id="sum" title="怎样计分">
      <ul class="text">
        <li>
          起评 {engine.start} 分，减去扣分，加上加分，四舍五入为整数，在 {engine.floor} 分至 {engine.ceiling}{' '}
          分之间。
        </li>
        <li>每项分值按半衰期衰减：每满一个半衰期减半，满期限归零。</li>
        <li>
          同一次检查发现的问题，合计扣分不超过 {engine.findingCapPerInspection} 分；加分合计不超过{' '}
          {engine.bonusCap} 分。
        </li>
        <li>检查发现重大问题的，改正并经确认以前，等级为 D 级，不论分数。</li>
        <li>
          导入名录时已有等级的，以该等级起评，每 {opening.halfLifeMonths} 个月减半，{opening.termMonths}{' '}
          个月后不再计算。
        </li>
      </ul>
    </Section>
  );
}

function Grades({ data: { rules } }: Pick<PageProps, 'data'>): VNode {
  return (
    <Section id="grades" title="怎样定级">
      <DataTable
        caption="等级、分数和用途"
        keyOf={({ grade }) => grade}
        rows={rules.grades}
        columns={[
          { name: '等级', cell: ({ grade }) => <GradeMark grade={grade} /> },
          { name: '分数', cell: ({ min, max }) => `${min} 至 ${max} 分` },
          {
            name: '养老机构每年现场检查',
            cell: ({ elderlyChecksPerYear }) =>
              elderlyChecksPerYear === null ? '按当地频次上限安排' : `${elderlyChecksPerYear} 次`,
          },
          {
            name: '托育机构每年抽查比例',
            cell: ({ childcareDrawBasisPoints }) => `${childcareDrawBasisPoints / 100}%`,
          },
        ]}
      />
    </Section>
  );
}

interface PointsProps {
  readonly id: string;
  readonly title: string;
  readonly rows: readonly CreditRuleRow[];
  readonly data: CreditRulesData;
}

function Points({ id, title, rows, data }: PointsProps): VNode {
  const classes = new Map(data.rules.publicity.map((row) => [row.class, row.label]));
  return (
    <Section id={id} title={title}>
      <DataTable
        caption={`${title}的事项、分值和期限`}
        keyOf={({ code }) => code}
        rows={rows}
        columns={[
          {
            name: '事项',
            cell: ({ name, note }) => (
              <>
                {name}
                {note !== null && <span class="under">{note}</span>}
              </>
            ),
          },
          { name: '分值', cell: ({ points }) => points, number: true },
          { name: '半衰期', cell: ({ halfLifeMonths }) => `${halfLifeMonths} 个月` },
          { name: '期限', cell: ({ termMonths }) => `${termMonths} 个月` },
          {
            name: '类别',
            cell: ({ publicityClass }) =>
              publicityClass === null ? '不涉及' : (classes.get(publicityClass) ?? publicityClass),
          },
          { name: '依据', cell: ({ basis }) => basis },
        ]}
      />
    </Section>
  );
}

function Examples({ data: { items, rules } }: Pick<PageProps, 'data'>): VNode {
  return (
    <Section id="examples" title="举例">
      <p>下面的机构没有其他记录，从起评 {rules.engine.start} 分算起，分数由计算真实等级的同一个程序算出。</p>
      {creditExamples(items, rules).map(({ title, steps }) => (
        <Fragment key={title}>
          <h3>{title}</h3>
          <ul class="text">
            {steps.map(({ when, score, grade }) => (
              <li key={when}>
                {when}：{score} 分，{grade} 级（{GRADE_LABELS[grade]}）
              </li>
            ))}
          </ul>
        </Fragment>
      ))}
    </Section>
  );
}

function Publicity({ data: { rules } }: Pick<PageProps, 'data'>): VNode {
  const { publicity, repair } = rules;
  return (
    <Section id="publicity" title="公示期和信用修复">
      <ul class="text">
        {publicity.map((row) => (
          <li key={row.class}>
            {row.label}（{row.typical}）：
            {row.published
              ? `公示 ${row.minMonths} 至 ${row.maxMonths} 个月，满 ${row.repairAfterMonths} 个月可以申请修复`
              : '原则上不公示'}
          </li>
        ))}
      </ul>
      <p>
        申请修复应当：{repair.conditions.join('；')}。受理后 {repair.handlingWorkingDays} 个工作日内办理。
      </p>
      <p class="fine">依据《信用修复管理办法》（国家发展和改革委员会令第36号）。</p>
    </Section>
  );
}
