import type { Caller } from '@zhaoguan/contracts';

/** Under which district the log tells of an import: that of the importer, so that colleagues there read of it; none for the whole country. */
export const importPlace = ({ districts }: Pick<Caller, 'districts'>): string | undefined =>
  districts.find((district) => district !== '*');
