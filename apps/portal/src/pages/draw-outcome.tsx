import type {
  AnnouncedDraw,
  DrawnInstitution,
  DrawnReplacement,
  DrawnStandIn,
  Outcome,
  PublicPage,
  StratumCount,
} from '@zhaoguan/publication';
import { ABSENCE_CAUSE_LABELS, departmentLabel } from '@zhaoguan/contracts';
import type { VNode } from 'preact';
import { DataTable } from '../components/data-table';
import { Day, dayOf, Instant } from '../components/dates';
import { Section } from '../components/facts';
import { Mark, type Tone } from '../components/marks';
import { Paging } from '../components/paging';
import type { PageContext } from '../http/page-context';
import { ResultMark } from './record-words';

/** What came out of a draw that is laid open. */
export interface OutcomeData {
  readonly drawn: PublicPage<DrawnInstitution>;
  readonly replacements: readonly DrawnReplacement[];
  readonly standIns: readonly DrawnStandIn[];
  readonly strata: readonly StratumCount[];
}

/** The interface tells of all; so many fit a page that people read. */
export const MOST_CHANGES = 100;

interface OutcomeProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  readonly outcome: OutcomeData;
}

/** Who was drawn, in the order of the tickets, and what became of each; who took whose place. */
export function DrawOutcome({ context, draw, outcome }: OutcomeProps): VNode {
  const { drawn, replacements, standIns, strata } = outcome;
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
          { name: '检查情况', cell: (row) => <OutcomeMark context={context} draw={draw} outcome={row} /> },
        ]}
      />
      <Paging
        context={context}
        anchor="outcome"
        nextCursor={drawn.nextCursor}
        previousCursor={drawn.previousCursor}
      />
      {replacements.length > 0 && <Replacements context={context} draw={draw} rows={replacements} />}
      {standIns.length > 0 && <StandIns context={context} draw={draw} rows={standIns} />}
    </Section>
  );
}

interface ChangesProps<Row> {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  readonly rows: readonly Row[];
}

function Replacements({ context, draw, rows }: ChangesProps<DrawnReplacement>): VNode {
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
          { name: '检查情况', cell: (row) => <OutcomeMark context={context} draw={draw} outcome={row} /> },
        ]}
      />
      <All draw={draw} shown={rows.length} what="补抽记录" />
    </>
  );
}

function StandIns({ context, draw, rows }: ChangesProps<DrawnStandIn>): VNode {
  return (
    <>
      <h3>检查人员替补</h3>
      <p>
        检查人员的账号停用、名录中停用或者执法证到期，不能参加检查的，由这次抽取的随机数从同部门可派的人员中选出替补，谁也不能挑选；没有人员可派、持续五个工作日的，检查终止。人员以执法证号表示，各人自何时起不能参加、后来何时恢复，一并列出。
      </p>
      <DataTable
        caption="检查人员替补记录"
        keyOf={({ seq }) => String(seq)}
        rows={rows}
        columns={[
          { name: '检查的机构', cell: (row) => <Name context={context} id={row.targetId} name={row.name} /> },
          { name: '部门', cell: ({ department }) => departmentLabel(department) },
          { name: '不能参加', cell: (row) => <Absences row={row} /> },
          { name: '替补', cell: ({ joined }) => joined ?? '没有人员可派，检查终止' },
          { name: '理由', cell: ({ reason }) => reason },
          { name: '替补日期', cell: ({ decidedAt }) => <Day date={dayOf(decidedAt)} /> },
        ]}
      />
      <All draw={draw} shown={rows.length} what="替补记录" />
    </>
  );
}

/** Who left first, then those who could not have come either. */
function Absences({ row: { left, absences } }: { row: DrawnStandIn }): VNode {
  if (absences.length === 0) return <>{left}</>;
  return (
    <ul>
      {absences.map(({ certificateNumber, cause, since, endedAt }) => (
        <li key={certificateNumber}>
          {certificateNumber === left ? left : `${certificateNumber}（同样不能参加）`}：
          {ABSENCE_CAUSE_LABELS[cause]}
          {since !== null && (
            <>
              ，自 <Instant at={new Date(since)} /> 起
            </>
          )}
          {endedAt !== null && (
            <>
              ，<Instant at={new Date(endedAt)} /> 恢复
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

interface AllProps {
  readonly draw: AnnouncedDraw;
  readonly shown: number;
  readonly what: string;
}

/** Where the rest is, when there is one. */
function All({ draw, shown, what }: AllProps): VNode | null {
  if (shown < MOST_CHANGES) return null;
  return (
    <p class="more">
      <a href={`/api/v1/public/draws/${draw.id}`}>
        这里列出前 {MOST_CHANGES} 次，查看全部{what}
      </a>
    </p>
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
  CANCELLED: ['stopped', '没有人员可派，没有检查'],
};

interface OutcomeMarkProps {
  readonly context: PageContext;
  readonly draw: AnnouncedDraw;
  readonly outcome: Outcome;
}

/** Tasks end with their draw when it is discarded, and singly where nobody could be sent. */
function stateOf({ status: ofDraw }: AnnouncedDraw, status: Outcome['status']): readonly [Tone, string] {
  if (status === null) return ['plain', '没有检查'];
  return status === 'CANCELLED' && ofDraw === 'VOIDED' ? ['stopped', '抽取作废，没有检查'] : STATES[status];
}

function OutcomeMark({ context, draw, outcome }: OutcomeMarkProps): VNode {
  const { status, resultId, result, resultLabel } = outcome;
  const [tone, label] = stateOf(draw, status);
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
