import { STATE_LABELS, SYSTEM_ONLY } from '@zhaoguan/contracts';
import {
  defineProcess,
  type ActionOf,
  type GuardRefusal,
  type PlainDate,
  type StateOf,
} from '@zhaoguan/kernel';

/** Something that ends on a day. */
export interface Ending {
  readonly endsOn: PlainDate;
}

interface Moment {
  readonly on: PlainDate;
  /** The last day of what has taken its place; null where nothing has. */
  readonly next: PlainDate | null;
}

/** The last day itself still counts. */
function hasPassed({ endsOn }: Ending, { on }: Moment): GuardRefusal | null {
  return on > endsOn ? null : { code: 'EXPIRY_NOT_REACHED', details: { until: endsOn } };
}

function isLater({ endsOn }: Ending, { next }: Moment): GuardRefusal | null {
  return next !== null && next > endsOn ? null : { code: 'EXPIRY_NOT_RENEWED', details: { until: endsOn } };
}

/**
 * Life of a day on which something ends (到期事项). Only time and what is filed or entered move it; an official notes what a check of
 * something ended has found, as often as it is checked. What is renewed goes on as another row.
 */
export const expiryProcess = defineProcess({
  name: 'expiry',
  states: ['WATCHED', 'EXPIRED', 'CHECKED', 'RENEWED', 'DROPPED'],
  initial: 'WATCHED',
  terminal: ['RENEWED', 'DROPPED'],
  actions: {
    expire: {
      from: ['WATCHED'],
      to: 'EXPIRED',
      permission: SYSTEM_ONLY,
      label: '到期',
      guards: [hasPassed],
    },
    check: {
      from: ['EXPIRED', 'CHECKED'],
      to: 'CHECKED',
      permission: 'expiry.check',
      label: '记录核查情况',
      emits: 'expiry.moved',
      reasonRequired: true,
    },
    renew: {
      from: ['WATCHED', 'EXPIRED', 'CHECKED'],
      to: 'RENEWED',
      permission: SYSTEM_ONLY,
      label: '已续期',
      emits: 'expiry.moved',
      guards: [isLater],
    },
    // The thing is held no more, or its day was put right to an earlier one, which is watched as another row.
    drop: {
      from: ['WATCHED', 'EXPIRED', 'CHECKED'],
      to: 'DROPPED',
      permission: SYSTEM_ONLY,
      label: '不再适用',
      emits: 'expiry.moved',
    },
  },
});

export type ExpiryStatus = StateOf<typeof expiryProcess>;
export type ExpiryAction = ActionOf<typeof expiryProcess>;

export const EXPIRY_STATUS_LABELS: Readonly<Record<ExpiryStatus, string>> = STATE_LABELS.expiry;
