import type { FilingType } from '@zhaoguan/contracts';

/** What an accepted filing does to the state of its institution (机构状态). */
export type StatusAction = 'suspend' | 'resume' | 'close';

const STATUS_ACTIONS: Readonly<Partial<Record<FilingType, StatusAction>>> = {
  SUSPENSION: 'suspend',
  RESUMPTION: 'resume',
  CLOSURE: 'close',
};

/** Undefined for filings about what an institution is: the first one and changes. */
export function statusActionOf(type: FilingType): StatusAction | undefined {
  return STATUS_ACTIONS[type];
}

/** Whether a filing begins with an institution of the register. */
export function isAboutRegistered(type: FilingType): boolean {
  return type !== 'INITIAL';
}
