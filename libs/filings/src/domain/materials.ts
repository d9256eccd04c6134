import type { FilingType, Kind, LegalCitation, MaterialRow } from '@zhaoguan/contracts';
import type { Application } from './application';

/** One line of the list of materials (备案材料) of a filing. */
export interface RequiredMaterial {
  readonly code: string;
  readonly name: string;
  readonly required: boolean;
  /** When it has to be handed in although not everybody must. */
  readonly condition: string | null;
  /** What must be seen on it, for the applicant as for the authority. */
  readonly note: string;
  readonly basis: LegalCitation;
}

/** Conditions of the list that the application itself answers; all others are for the applicant to judge. */
const CONDITIONS: Readonly<Record<string, (application: Application) => boolean>> = {
  FOOD_LICENCE: ({ mealsProvided }) => mealsProvided === true,
  REGISTRATION_CERTIFICATE: ({ legalForm }) => legalForm === 'ENTERPRISE' || legalForm === 'SOLE_PROPRIETOR',
};

/**
 * The materials of this filing, in the order of the reference list. 家庭托育点 has a list of its own; a row of the county,
 * the city or the province takes the place of the nationwide row of the same code, the nearest first.
 */
export function materialsFor(
  rows: readonly MaterialRow[],
  filing: { readonly kind: Kind; readonly type: FilingType; readonly application: Application },
): RequiredMaterial[] {
  const { application, kind, type } = filing;
  const { district } = application;
  const places = [district, `${district.slice(0, 4)}00`, `${district.slice(0, 2)}0000`, '000000'];
  const near = ({ jurisdiction }: MaterialRow): number => places.indexOf(jurisdiction);
  const nearest = new Map<string, MaterialRow>();
  for (const row of rows) {
    if (row.kind !== kind || row.filingType !== type || row.siteType !== application.siteType) continue;
    const known = nearest.get(row.code);
    if (near(row) >= 0 && (!known || near(row) < near(known))) nearest.set(row.code, row);
  }
  return [...nearest.values()].map(({ code, name, required, condition, note, basis }) => ({
    code,
    name,
    required: required || CONDITIONS[code]?.(application) === true,
    condition,
    note,
    basis,
  }));
}

/** What must be handed in and has not been uploaded. */
export function missingMaterials(
  materials: readonly RequiredMaterial[],
  uploaded: ReadonlySet<string>,
): RequiredMaterial[] {
  return materials.filter(({ code, required }) => required && !uploaded.has(code));
}
