import {
  materialOfLicence,
  type Kind,
  type LegalCitation,
  type MaterialCommitment,
  type MaterialRow,
} from '@zhaoguan/contracts';
import type { Application } from './application';
import { isAssisted, type Filing } from './filing';
import { pledgesIn } from './particulars';

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
  /** What may be promised in its place (告知承诺); null where nothing may. */
  readonly commitment: MaterialCommitment | null;
}

type Condition = (application: Application, base: Application | null) => boolean;

/** Conditions of the list that the application itself answers; all others are for the applicant to judge. */
const CONDITIONS: Readonly<Record<string, Condition>> = {
  FOOD_LICENCE: ({ mealsProvided }) => mealsProvided === true,
  REGISTRATION_CERTIFICATE: ({ legalForm }) => legalForm === 'ENTERPRISE' || legalForm === 'SOLE_PROPRIETOR',
};

const hasNewHead: Condition = ({ legalRepresentative: { name, residentId } }, base) =>
  base !== null &&
  (name !== base.legalRepresentative.name || residentId !== base.legalRepresentative.residentId);
/** Answers that are one value, and no list or group. */
type PlainAnswer =
  | 'name'
  | 'legalForm'
  | 'address'
  | 'capacity'
  | 'floorAreaM2'
  | 'premisesTenure'
  | 'leaseStartsOn'
  | 'leaseEndsOn';

/** Whether one of these is another than before. */
const hasNew =
  (...keys: readonly PlainAnswer[]): Condition =>
  (now, base) =>
    base !== null && keys.some((key) => now[key] !== base[key]);
/** The same of the further answers. */
const hasNewParticular =
  (...names: readonly string[]): Condition =>
  ({ particulars }, base) =>
    base !== null && names.some((name) => (particulars[name] ?? null) !== (base.particulars[name] ?? null));
const hasNewFireProof = hasNewParticular('fireProof', 'fireProofNumber', 'fireProofUntil');
const hasNewFoodLicence: Condition = (now, base) =>
  now.mealsProvided === true && hasNewParticular('foodLicenceNumber', 'foodLicenceUntil')(now, base);
const hasNewName = hasNew('name', 'address', 'legalForm');
const rowsOf = ({ classes }: Application): string =>
  classes.map((row) => `${row.type} ${row.classes} ${row.places}`).join();
const hasNewClasses: Condition = (now, base) => base !== null && rowsOf(now) !== rowsOf(base);
const hasNewTenure = hasNew('premisesTenure', 'leaseStartsOn', 'leaseEndsOn');
const hasNewPremises = hasNew('premisesTenure', 'address', 'capacity', 'floorAreaM2');
const beginsMeals: Condition = ({ mealsProvided }, base) =>
  base !== null && mealsProvided === true && base.mealsProvided !== true;
const growsBeyond: Condition = ({ capacity }, base) => (capacity ?? 0) > (base?.capacity ?? 0);

/** The same for a change filing (变更备案): what must be proved is what has changed. */
const CONDITIONS_OF_CHANGE: Readonly<Record<Kind, Readonly<Record<string, Condition>>>> = {
  ELDERLY_CARE: {
    REGISTRATION_CERTIFICATE: (now, base) => hasNewName(now, base) || hasNewHead(now, base),
    COMMITMENT_LETTER: hasNewPremises,
  },
  CHILDCARE: {
    REGISTRATION_CERTIFICATE: (now, base) => hasNewName(now, base) || hasNewHead(now, base),
    STAFF_QUALIFICATION_AND_HEALTH: hasNewHead,
    COMMITMENT_LETTER: (now, base) =>
      hasNewPremises(now, base) ||
      hasNewTenure(now, base) ||
      hasNewClasses(now, base) ||
      beginsMeals(now, base),
    PREMISES_PROOF: (now, base) => hasNewTenure(now, base) || hasNew('floorAreaM2')(now, base),
    FIRE_SAFETY_CERTIFICATE: (now, base) =>
      growsBeyond(now, base) || hasNew('floorAreaM2')(now, base) || hasNewFireProof(now, base),
    FOOD_LICENCE: (now, base) => beginsMeals(now, base) || hasNewFoodLicence(now, base),
  },
};

const hasResidents: Condition = ({ notice }) => (notice?.residents ?? 0) > 0;

/** The same for a notice (暂停、终止): who lives there must be placed, and paid back. */
const CONDITIONS_OF_NOTICE: Readonly<Record<string, Condition>> = {
  RESETTLEMENT_PLAN: hasResidents,
  CHILDREN_ARRANGEMENT_PLAN: hasResidents,
  REFUND_PLAN: ({ notice }) => (notice?.refundFen ?? 0) > 0,
};

/**
 * Whoever promises every point in the form of the first filing (网上逐项承诺) uploads no letter that says the same; what a change
 * must be promised for is promised anew.
 */
const isPromised: (code: string, ...of: Parameters<Condition>) => boolean = (code, { particulars }, base) =>
  base === null && code === 'COMMITMENT_LETTER' && pledgesIn(particulars).length > 0;

function conditionsOf({ type, kind }: Pick<Filing, 'type' | 'kind'>): Readonly<Record<string, Condition>> {
  if (type === 'INITIAL') return CONDITIONS;
  return type === 'CHANGE' ? CONDITIONS_OF_CHANGE[kind] : CONDITIONS_OF_NOTICE;
}

/** Whether an official entered it at the window, and what of the register must be proved; left out: the applicant did it alone, and nothing. */
type Entered = Partial<Pick<Filing, 'enteredBy' | 'assistanceEndedAt' | 'claims'>>;

/**
 * The materials of this filing, in the order of the reference list. 家庭托育点 has a list of its own; a row of the county,
 * the city or the province takes the place of the nationwide row of the same code, the nearest first.
 */
export function materialsFor(
  rows: readonly MaterialRow[],
  filing: Pick<Filing, 'kind' | 'type' | 'regime' | 'application' | 'base'> & Entered,
): RequiredMaterial[] {
  const { application, base, kind, type, regime } = filing;
  const conditions = conditionsOf(filing);
  const { district, siteType } = application;
  const assisted = (filing.enteredBy ?? null) !== null;
  const stands = isAssisted(filing);
  return materialsOf(rows, {
    kind,
    type,
    regime,
    siteType,
    district,
    assisted,
    claims: filing.claims ?? [],
  }).map(({ code, name, required, condition, note, basis, commitment = null, onlyAssisted = false }) => ({
    code,
    name,
    required:
      (required || conditions[code]?.(application, base) === true) &&
      !isPromised(code, application, base) &&
      (!onlyAssisted || stands),
    condition,
    note,
    basis,
    commitment,
  }));
}

/** The rows that apply to a kind of site and type of filing in a district, in the words of its law: of each code the nearest. */
export function materialsOf(
  rows: readonly MaterialRow[],
  wanted: Pick<Filing, 'kind' | 'type' | 'regime'> &
    Pick<Application, 'siteType' | 'district'> & {
      readonly assisted?: boolean;
      readonly claims?: Filing['claims'];
    },
): MaterialRow[] {
  const { kind, type, regime, siteType, district } = wanted;
  const places = [district, `${district.slice(0, 4)}00`, `${district.slice(0, 2)}0000`, '000000'];
  const near = ({ jurisdiction }: MaterialRow): number => places.indexOf(jurisdiction);
  const nearest = new Map<string, MaterialRow>();
  for (const row of rows) {
    if (row.kind !== kind || row.filingType !== type || row.siteType !== siteType) continue;
    if (row.regime !== undefined && row.regime !== regime) continue;
    if (row.onlyAssisted === true && wanted.assisted !== true) continue;
    if (row.onlyClaim !== undefined && wanted.claims?.includes(row.onlyClaim) !== true) continue;
    const known = nearest.get(row.code);
    if (near(row) >= 0 && (!known || near(row) < near(known))) nearest.set(row.code, row);
  }
  const listed = [...nearest.values()];
  return regime === 'LICENCE' ? listed.map(materialOfLicence) : listed;
}

/** What must be handed in and has neither been uploaded nor promised. */
export function missingMaterials(
  materials: readonly RequiredMaterial[],
  uploaded: ReadonlySet<string>,
): RequiredMaterial[] {
  return materials.filter(({ code, required }) => required && !uploaded.has(code));
}
