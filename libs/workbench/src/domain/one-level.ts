import type { Permission } from '@zhaoguan/contracts';

/**
 * What one level decides and none above it (级别管辖): registration with the opinions that it asks for, removal, the checks of what
 * has ended, the follow-up of bad ratings, and what becomes of places that have not filed. By the module that tells what waits, the first words of the permissions for it.
 */
const OF_ONE_LEVEL: Readonly<Record<string, readonly string[]>> = {
  filings: ['filing', 'opinion'],
  removals: ['removal'],
  staff: ['expiry'],
  feedback: ['rating'],
  unfiled: ['unfiled'],
};

/** @param view of what waits in a module, `filings.work_item` */
export const isViewOfOneLevel = (view: string): boolean => Object.hasOwn(OF_ONE_LEVEL, wordOf(view));

export const isOfOneLevel = (permission: Permission): boolean =>
  Object.values(OF_ONE_LEVEL).flat().includes(wordOf(permission));

const wordOf = (name: string): string => name.split('.', 1).join('');
