import { refuse } from '@zhaoguan/contracts';
import { districtPrefix } from '@zhaoguan/kernel';
import type { ReferenceData } from '@zhaoguan/platform';

/** A city or province stands for all its counties; a township for itself. @throws UNKNOWN_DISTRICT */
export async function placesOf(reference: ReferenceData, districts: readonly string[]): Promise<string[]> {
  const known = await reference.districts();
  const fields = districts.flatMap((code, i) =>
    known.has(code) ? [] : [{ pointer: `/districts/${i}`, code: 'UNKNOWN_DISTRICT' }],
  );
  if (fields.length > 0) throw refuse('UNKNOWN_DISTRICT', {}, fields);
  const counties = [...known.values()].filter(({ level }) => level === 'COUNTY').map(({ code }) => code);
  const places = districts.flatMap((code) =>
    known.get(code)?.level === 'TOWNSHIP'
      ? [code]
      : counties.filter((county) => county.startsWith(districtPrefix(code))),
  );
  return [...new Set(places)].sort();
}
