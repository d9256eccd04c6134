import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import {
  defineProcess,
  type ActionOf,
  type GuardRefusal,
  type PlainDate,
  type StateOf,
} from '@zhaoguan/kernel';

interface Promised {
  readonly status: string;
  readonly dueOn: PlainDate | null;
  /** Of one that has lapsed: what it was then. */
  readonly lapsedFrom?: string;
}

interface Judged {
  readonly reason?: string | undefined;
  readonly today: PlainDate;
}

/** What was not handed in is no breach before its last day has passed; what was handed in may be found untrue at once. */
const isDueOrHandedIn = ({ status, dueOn }: Promised, { today }: Judged): GuardRefusal | null =>
  status === 'OPEN' && (dueOn === null || today <= dueOn)
    ? { code: 'COMMITMENT_NOT_DUE', details: { dueOn } }
    : null;

/** It comes back as what it was: nothing waits to be looked at that was never handed in. */
const lapsedAs =
  (state: string) =>
  ({ lapsedFrom }: Promised): GuardRefusal | null =>
    lapsedFrom === state ? null : { code: 'INVALID_TRANSITION', details: { from: 'LAPSED' } };

/**
 * The life of a commitment (告知承诺) that stands for a material: given with the filing, binding from the acceptance on, kept or
 * breached by what is handed in later.
 * @law 国务院办公厅关于全面推行证明事项和涉企经营许可事项告知承诺制的指导意见（国办发〔2020〕42号）
 */
export const commitmentProcess = defineProcess({
  name: 'commitment',
  states: ['GIVEN', 'OPEN', 'HANDED_IN', 'KEPT', 'BREACHED', 'WITHDRAWN', 'LAPSED'],
  initial: 'GIVEN',
  terminal: ['KEPT', 'BREACHED', 'WITHDRAWN'],
  actions: {
    withdraw: { from: ['GIVEN'], to: 'WITHDRAWN', permission: 'filing.file', label: '撤回承诺' },
    bind: { from: ['GIVEN'], to: 'OPEN', permission: 'filing.accept', label: '准予，承诺生效' },
    handIn: { from: ['OPEN', 'HANDED_IN'], to: 'HANDED_IN', permission: 'filing.file', label: '补交材料' },
    confirm: { from: ['HANDED_IN'], to: 'KEPT', permission: 'filing.accept', label: '核实无误' },
    return: {
      from: ['HANDED_IN'],
      to: 'OPEN',
      permission: 'filing.return',
      label: '退回重交',
      reasonRequired: true,
    },
    breach: {
      from: ['OPEN', 'HANDED_IN'],
      to: 'BREACHED',
      permission: 'filing.accept',
      label: '认定未履行承诺',
      reasonRequired: true,
      guards: [isDueOrHandedIn],
    },
    // The filing or the licence is cancelled or revoked: nothing stands any more of which it was promised.
    lapse: {
      from: ['OPEN', 'HANDED_IN'],
      to: 'LAPSED',
      permission: SYSTEM_ONLY,
      label: '不再执行',
      reasonRequired: true,
    },
    // What ended it is annulled: it is owed again, or waits to be looked at again, as it did before.
    restore: {
      from: ['LAPSED'],
      to: 'OPEN',
      permission: SYSTEM_ONLY,
      label: '恢复执行',
      reasonRequired: true,
      guards: [lapsedAs('OPEN')],
    },
    restoreHandedIn: {
      from: ['LAPSED'],
      to: 'HANDED_IN',
      permission: SYSTEM_ONLY,
      label: '恢复执行，继续核实',
      reasonRequired: true,
      guards: [lapsedAs('HANDED_IN')],
    },
  },
});

export type CommitmentStatus = StateOf<typeof commitmentProcess>;
export type CommitmentAction = ActionOf<typeof commitmentProcess>;

export const COMMITMENT_STATUS_LABELS: Readonly<Record<CommitmentStatus, string>> = STATE_LABELS.commitment;
