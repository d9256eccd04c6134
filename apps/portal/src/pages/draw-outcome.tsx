import type {
  AnnouncedDraw,
  DrawnInstitution,
  DrawnReplacement,
  Outcome,
  PublicPage,
  StratumCount,
} from '@zhaoguan/publication';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, dayOf } from '../components/dates';
import { Section } from '../components/facts';
import { Mark, type Tone } from '../components/marks';
import { Paging } from '../components/paging';
import type { PageContext } from '../http/page-context';
import { ResultMark } from './record-words';

/** What came out of a draw that is laid open. */
export interface OutcomeData {
  readonly drawn: PublicPage<DrawnInstitution>;
  readonly replacements: readonly DrawnReplacement[];
  readonly strata: readonly StratumCount[];
}

/** The interface tells of all; so many fit a page that people read. */
export const MOST_REPLACEMENTS = 100;

interface OutcomeProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  readonly outcome: OutcomeData;
}

/** Who was drawn, in the order of the tickets, and what became of each; who took whose place. */
export function DrawOutcome({ context, draw, outcome }: OutcomeProps): VNode {
  const { drawn, replacements, strata } = outcome;
  const total = strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
  return (
    <Section id="outcome" title="抽取结果">
      <p>
        名单 {draw.targetCount} 家，抽中 {total} 家：
        {strata
          .map(({ stratum, targets, drawn: many }) => `${stratum} 档 ${targets} 家抽中 ${many} 家`)
          .join('，')}
        。
      </p>
      <DataTable
        caption="抽中的机构（按票号先后）"
        keyOf={({ targetId }) => targetId}
        rows={drawn.items}
        columns={[
          { name: '机构', cell: (row) => <Name context={context} id={row.targetId} name={row.name} /> },
          { name: '位次', cell: ({ rank }) => rank, number: true },
          { name: '档次', cell: ({ stratum }) => `${stratum} 档` },
          { name: '检查情况', cell: (row) => <OutcomeMark context={context} outcome={row} /> },
        ]}
      />
      <Paging
        context={context}
        anchor="outcome"
        nextCursor={drawn.nextCursor}
        previousCursor={drawn.previousCursor}
      />
      {replacements.length > 0 && <Replacements context={context} draw={draw} rows={replacements} />}
    </Section>
  );
}

interface ReplacementsProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  readonly rows: readonly DrawnReplacement[];
}

function Replacements({ context, draw, rows }: ReplacementsProps): VNode {
  return (
    <>
      <h3>补抽</h3>
      <p>
        抽中的机构已经关闭、迁出或者无法联系的，由同一档中票号在后的第一家代替。票号在抽取时已经定下，谁也不能挑选。
      </p>
      <DataTable
        caption="补抽记录"
        keyOf={({ targetId }) => targetId}
        rows={rows}
        columns={[
          { name: '补抽的机构', cell: (row) => <Name context={context} id={row.targetId} name={row.name} /> },
          { name: '代替', cell: (row) => <Name context={context} id={row.voidedId} name={row.voidedName} /> },
          { name: '理由', cell: ({ reason }) => reason },
          { name: '补抽日期', cell: ({ replacedAt }) => <Day date={dayOf(replacedAt)} /> },
          { name: '检查情况', cell: (row) => <OutcomeMark context={context} outcome={row} /> },
        ]}
      />
      {rows.length === MOST_REPLACEMENTS && (
        <p class="more">
          <a href={`/api/v1/public/draws/${draw.id}`}>这里列出前 {MOST_REPLACEMENTS} 次，查看全部补抽记录</a>
        </p>
      )}
    </>
  );
}

function Name({ context, id, name }: { context: PageContext; id: string; name: string | null }): VNode {
  return <a href={context.href(`/institutions/${id}`)}>{name ?? '名录中已没有这家机构'}</a>;
}

const STATES: Readonly<Record<Exclude<Outcome['status'], null>, readonly [Tone, string]>> = {
  ASSIGNED: ['running', '待检查'],
  IN_PROGRESS: ['running', '检查中'],
  SUBMITTED: ['running', '已检查，结果待公布'],
  REPLACED: ['stopped', '已由补抽的机构代替'],
  CANCELLED: ['stopped', '抽取作废，没有检查'],
};

function OutcomeMark({ context, outcome }: { context: PageContext; outcome: Outcome }): VNode {
  const { status, resultId, result, resultLabel } = outcome;
  const [tone, label] = status === null ? (['plain', '没有检查'] as const) : STATES[status];
  const isShown = resultId === null || status === 'REPLACED';
  return (
    <>
      {isShown && <Mark tone={tone}>{label}</Mark>}
      {resultId !== null && (
        <a href={context.href(`/inspection-results/${resultId}`)}>
          <ResultMark result={result ?? ''} label={resultLabel ?? '查看结果'} />
        </a>
      )}
    </>
  );
}
