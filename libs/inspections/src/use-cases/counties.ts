import { refuse } from '@zhaoguan/contracts';
import type { ReferenceData } from '@zhaoguan/platform';

/** A city or province stands for all its counties. @throws UNKNOWN_DISTRICT */
export async function countiesOf(reference: ReferenceData, districts: readonly string[]): Promise<string[]> {
  const known = await reference.districts();
  const all = [...known.values()].filter(({ level }) => level === 'COUNTY');
  const fields = districts.flatMap((code, i) => {
    const level = known.get(code)?.level;
    return level === undefined || level === 'TOWNSHIP'
      ? [{ pointer: `/districts/${i}`, code: 'UNKNOWN_DISTRICT' }]
      : [];
  });
  if (fields.length > 0) throw refuse('UNKNOWN_DISTRICT', {}, fields);
  const counties = districts.flatMap((code) => {
    const prefix = code.replace(/(?:00){1,2}$/, '');
    return all.filter((county) => county.code.startsWith(prefix)).map((county) => county.code);
  });
  return [...new Set(counties)].sort();
}
