import type { FilingType } from './kinds';

/** Whether a case ended without what was applied for, so that the same may be applied for again (重新填报); of 不予受理 there is nothing to apply for. */
export const mayBeginAgain = ({
  type,
  status,
}: {
  readonly type: FilingType;
  readonly status: string;
}): boolean => type === 'INITIAL' && ENDED.has(status);

const ENDED: ReadonlySet<string> = new Set(['REFUSED', 'LAPSED', 'WITHDRAWN']);
