import { STATE_LABELS } from '@zhaoguan/contracts';
import { defineProcess, type ActionOf, type StateOf } from '@zhaoguan/kernel';

/**
 * What the public is told of a 托育机构 whose filing does not meet the standards (不符合要求的公开). What was told stays in the
 * record: it is put right by saying it anew, and taken down by saying so.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）第九条
 */
export const disclosureProcess = defineProcess({
  name: 'nonconformity-disclosure',
  states: ['UNPUBLISHED', 'PUBLISHED', 'WITHDRAWN'],
  initial: 'UNPUBLISHED',
  actions: {
    publish: {
      from: ['UNPUBLISHED', 'WITHDRAWN'],
      to: 'PUBLISHED',
      permission: 'filing.refuse',
      label: '向社会公开',
    },
    correct: {
      from: ['PUBLISHED'],
      to: 'PUBLISHED',
      permission: 'filing.refuse',
      label: '更正公开的内容',
      reasonRequired: true,
    },
    withdraw: {
      from: ['PUBLISHED'],
      to: 'WITHDRAWN',
      permission: 'filing.refuse',
      label: '撤下公开的内容',
      reasonRequired: true,
    },
  },
});

export type DisclosureStatus = StateOf<typeof disclosureProcess>;
export type DisclosureAction = ActionOf<typeof disclosureProcess>;

export const DISCLOSURE_STATUS_LABELS: Readonly<Record<DisclosureStatus, string>> =
  STATE_LABELS['nonconformity-disclosure'];

/** One line of what the public was told, and why it was told anew or taken down. */
export interface DisclosureLine {
  readonly seq: number;
  readonly action: DisclosureAction;
  readonly to: DisclosureStatus;
  /** The words of the public; null for what is taken down. */
  readonly reason: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** The state is the fold of the lines. */
export function disclosureStatus(lines: readonly Pick<DisclosureLine, 'to'>[]): DisclosureStatus {
  return lines.at(-1)?.to ?? disclosureProcess.initial;
}

/** The term in which the public is told, counted in working days from the day after the materials came in. */
export const DISCLOSURE_TERM = 'FILING_NONCONFORMING_NOTICE';
