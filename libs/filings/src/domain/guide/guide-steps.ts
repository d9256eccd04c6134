import {
  caseWords,
  REGIME_WORDS,
  ROLE_PERMISSIONS,
  SYSTEM_ONLY,
  type FilingType,
  type Permission,
  type Regime,
} from '@zhaoguan/contracts';
import { actionLabel, filingProcess, isActUnder, type FilingStatus } from '../filing.process';

/** One way from a state to the next: who does what. */
export interface GuideStep {
  /** Number beside the arrow in the picture. */
  readonly number: number;
  readonly label: string;
  readonly from: FilingStatus;
  readonly to: FilingStatus;
  readonly by: '申请人' | '备案机关' | '许可机关' | '系统';
  /** Reasons are given with it (说明理由). */
  readonly reasoned: boolean;
}

export interface GuideSteps {
  /** States row by row, from the beginning: how many acts it takes at least to get there. */
  readonly rows: readonly (readonly {
    readonly state: FilingStatus;
    readonly label: string;
    readonly end: boolean;
  }[])[];
  readonly steps: readonly GuideStep[];
}

/** The flow (办理流程), read from the table by which filings are really handled; an act that leaves a case where it is, is no way on. */
export function guideSteps(regime: Regime, type: FilingType): GuideSteps {
  const acts = filingProcess.actionNames.filter((name) => isActUnder(regime, name));
  const edges = acts.flatMap((name) => {
    const outline = {
      ...outlineOf(filingProcess.actions[name], regime),
      label: actionLabel(name, { regime, type }),
    };
    return filingProcess.actions[name].from
      .filter((from) => from !== outline.to)
      .map((from) => ({ from: from as FilingStatus, ...outline }));
  });
  const terminal: ReadonlySet<string> = new Set(filingProcess.terminal);
  return {
    rows: rowsFrom(edges).map((states) =>
      states.map((state) => ({
        state,
        label: caseWords({ regime, type }).states[state],
        end: terminal.has(state),
      })),
    ),
    steps: edges.map((edge, index) => ({ number: index + 1, ...edge })),
  };
}

type Action = (typeof filingProcess.actions)[keyof typeof filingProcess.actions];

function outlineOf(action: Action, regime: Regime) {
  return {
    to: action.to as FilingStatus,
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

function rowsFrom(edges: readonly Pick<GuideStep, 'from' | 'to'>[]): FilingStatus[][] {
  const seen = new Set<FilingStatus>([filingProcess.initial]);
  const rows: FilingStatus[][] = [];
  for (let row: FilingStatus[] = [filingProcess.initial]; row.length > 0;) {
    rows.push(row);
    const next = edges.filter(({ from, to }) => row.includes(from) && !seen.has(to)).map(({ to }) => to);
    row = [...new Set(next)];
    for (const state of row) seen.add(state);
  }
  return rows;
}
