import {
  AWAITS_ADMISSION,
  caseWords,
  REGIME_WORDS,
  ROLE_PERMISSIONS,
  SYSTEM_ONLY,
  type FilingType,
  type Permission,
  type Regime,
} from '@zhaoguan/contracts';
import {
  actionLabel,
  filingProcess,
  isActUnder,
  type FilingAction,
  type FilingStatus,
} from '../filing.process';
import { asksForLicence } from '../filing-types';

/**
 * A state as who applies sees it. Of an application for a licence being handed in has two halves: it awaits that it be taken in (待受理), and
 * is examined from then on.
 */
type GuideState = FilingStatus | 'AWAITING_ADMISSION';

/** One way from a state to the next: who does what. */
export interface GuideStep {
  /** Number beside the arrow in the picture. */
  readonly number: number;
  readonly label: string;
  readonly from: GuideState;
  readonly to: GuideState;
  readonly by: '申请人' | '备案机关' | '许可机关' | '系统';
  /** Reasons are given with it (说明理由). */
  readonly reasoned: boolean;
}

export interface GuideSteps {
  /** States row by row, from the beginning: how many acts it takes at least to get there. */
  readonly rows: readonly (readonly {
    readonly state: GuideState;
    readonly label: string;
    readonly end: boolean;
  }[])[];
  readonly steps: readonly GuideStep[];
}

/** The flow (办理流程), read from the table by which filings are really handled; an act that leaves a case where it is, is no way on. */
export function guideSteps(regime: Regime, type: FilingType): GuideSteps {
  const about = { regime, type };
  const licence = asksForLicence(about);
  const acts = filingProcess.actionNames.filter((name) => isActUnder(licence ? 'LICENCE' : 'FILING', name));
  const ways = acts.flatMap((name) => {
    const outline = { ...outlineOf(filingProcess.actions[name], regime), label: actionLabel(name, about) };
    return waysOf(name, licence).map((way) => ({ ...outline, ...way }));
  });
  const rows = rowsFrom(ways);
  const edges = licence ? inOrder(ways, rows) : ways;
  const terminal: ReadonlySet<string> = new Set(filingProcess.terminal);
  const { states } = caseWords(about);
  return {
    rows: rows.map((row) =>
      row.map((state) => ({
        state,
        label: state === 'AWAITING_ADMISSION' ? AWAITS_ADMISSION : states[state],
        end: terminal.has(state),
      })),
    ),
    steps: edges.map((edge, index) => ({ number: index + 1, ...edge })),
  };
}

interface Way {
  readonly from: GuideState;
  readonly to: GuideState;
}

/** Acts that say whether an application is taken in, or what it lacks: possible before that alone (`isOpenTo` in admission.ts). */
const BEFORE_ADMISSION: ReadonlySet<FilingAction> = new Set(['return', 'admit', 'presume', 'dismiss']);
const ADMITTING: ReadonlySet<FilingAction> = new Set(['admit', 'presume']);

/**
 * From where to where an act leads. What lies with who applies for a licence was never taken in, and so is not refused; what was refused or
 * granted at once (当场决定) was taken in with that. It is taken back in either half.
 * @law 行政许可法第三十二条、第三十四条第二款
 */
function waysOf(name: FilingAction, licence: boolean): Way[] {
  const { from, to }: { readonly from: readonly FilingStatus[]; readonly to: FilingStatus } =
    filingProcess.actions[name];
  if (!licence) return from.filter((state) => state !== to).map((state) => ({ from: state, to }));
  if (ADMITTING.has(name)) return [{ from: 'AWAITING_ADMISSION', to: 'SUBMITTED' }];
  const states = from.filter((state) => state !== to && !(name === 'refuse' && state === 'RETURNED'));
  if (name === 'withdraw')
    return (['AWAITING_ADMISSION', ...states] as const).map((state) => ({ from: state, to }));
  return states.map((state) => ({
    from: BEFORE_ADMISSION.has(name) ? 'AWAITING_ADMISSION' : state,
    to: to === 'SUBMITTED' ? 'AWAITING_ADMISSION' : to,
  }));
}

type Action = (typeof filingProcess.actions)[keyof typeof filingProcess.actions];

function outlineOf(action: Action, regime: Regime) {
  return {
    by: actorOf(action.permission, regime),
    reasoned: 'reasonRequired' in action && action.reasonRequired,
  };
}

function actorOf(permission: string, regime: Regime): GuideStep['by'] {
  if (permission === SYSTEM_ONLY) return '系统';
  return ROLE_PERMISSIONS.OPERATOR.includes(permission as Permission)
    ? '申请人'
    : REGIME_WORDS[regime].authority;
}

/** As one goes on: what is done first is named first. */
function inOrder<T extends Way>(ways: readonly T[], rows: readonly (readonly GuideState[])[]): T[] {
  const order = rows.flat();
  return ways.toSorted((a, b) => order.indexOf(a.from) - order.indexOf(b.from));
}

function rowsFrom(edges: readonly Pick<GuideStep, 'from' | 'to'>[]): GuideState[][] {
  const seen = new Set<GuideState>([filingProcess.initial]);
  const rows: GuideState[][] = [];
  for (let row: GuideState[] = [filingProcess.initial]; row.length > 0;) {
    rows.push(row);
    const next = edges.filter(({ from, to }) => row.includes(from) && !seen.has(to)).map(({ to }) => to);
    row = [...new Set(next)];
    for (const state of row) seen.add(state);
  }
  return rows;
}
