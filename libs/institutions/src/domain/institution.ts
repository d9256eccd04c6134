import type {
  FilingEnd,
  Grade,
  InstitutionStatus,
  Kind,
  LegalForm,
  Ownership,
  Regime,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

/**
 * Head of the institution (法定代表人). Id and phone are personal data: sealed at rest, masked in answers; null where a
 * directory has brought in the name only.
 */
export interface LegalRepresentative {
  readonly name: string;
  readonly residentId: string | null;
  readonly phone: string | null;
}

/** A supervised site: 养老机构 or 托育机构. */
export interface Institution {
  readonly id: string;
  readonly kind: Kind;
  readonly name: string;
  /** 统一社会信用代码, upper case. */
  readonly uscc: string;
  readonly legalForm: LegalForm;
  readonly legalRepresentative: LegalRepresentative | null;
  readonly servicePhone: string | null;
  readonly address: string;
  readonly district: string;
  readonly township: string | null;
  /** The city or the province whose authority took its filing (备案机关); null: that of the place. */
  readonly authority: string | null;
  /** Beds (床位) or childcare places (托位). */
  readonly capacity: number;
  readonly nursingBeds: number | null;
  readonly ownership: Ownership | null;
  readonly floorAreaM2: number | null;
  readonly details: Readonly<Record<string, unknown>>;
  readonly filingNumber: string | null;
  readonly filedOn: PlainDate | null;
  /** What it holds under its number: a filing (备案) or a licence (许可). */
  readonly regime: Regime;
  /** Last day of its licence; null for a filing, or where the law sets none. */
  readonly validUntil: PlainDate | null;
  /** What the authority has made of the filing (注销、撤销); null while it is in force. */
  readonly filingEndedAs: FilingEnd | null;
  readonly status: InstitutionStatus;
  readonly grade: Grade;
  readonly gradeSince: PlainDate | null;
  readonly operatorId: string | null;
  readonly source: 'FILING' | 'IMPORT';
  readonly registeredAt: Date;
  readonly version: number;
}

/** `HOME`: 家庭托育点, held to rules of its own; null: every other site. */
export const siteTypeOf = ({ details }: Pick<Institution, 'details'>): 'HOME' | null =>
  details['siteType'] === 'HOME' ? 'HOME' : null;

/** What a filing or a directory row tells of a new institution. */
export type NewInstitution = Omit<
  Institution,
  'id' | 'status' | 'filingEndedAs' | 'grade' | 'gradeSince' | 'registeredAt' | 'version'
>;

/** What makes a site the same site, in a directory and in a filing. */
export type SiteKey = Pick<Institution, 'kind' | 'uscc' | 'district' | 'address'> &
  Partial<Pick<Institution, 'township'>>;

/** The same with the keys of its address in every spelling, in the order in which they count. */
export interface SpelledSite extends SiteKey {
  readonly spellings: readonly string[];
}

/**
 * The particulars of a site once somebody has filed for it. The filing's word counts; what it leaves open stays as the
 * directory had it. A site has one 备案编号, so a number that the directory carried stays, with its day; one that was revoked does not,
 * and a licence has a number of its own.
 */
export function claimedBy(imported: Institution, facts: NewInstitution): NewInstitution {
  const kept = keepsNumber(imported, facts.regime);
  // What somebody filed before, and was revoked, nobody says any more; a directory says what a filing leaves open.
  const known =
    imported.operatorId === null ? imported : { servicePhone: null, ownership: null, details: {} };
  const said = Object.entries(facts.details).filter(([, value]) => value !== null);
  return {
    ...facts,
    township: facts.township ?? imported.township,
    servicePhone: facts.servicePhone ?? known.servicePhone,
    ownership: facts.ownership ?? known.ownership,
    details: { ...known.details, ...Object.fromEntries(said) },
    filingNumber: kept ? imported.filingNumber : facts.filingNumber,
    filedOn: kept ? (imported.filedOn ?? facts.filedOn) : facts.filedOn,
    source: imported.source,
  };
}

/** Whether a first filing goes under the number that the register has for the site. */
export const keepsNumber = (
  { filingNumber, filingEndedAs }: Pick<Institution, 'filingNumber' | 'filingEndedAs'>,
  regime: Regime,
): boolean => regime === 'FILING' && filingNumber !== null && filingEndedAs === null;

/** The particulars after a licence was granted to an institution that had a filing, or a licence that ends. */
export function licensedBy({ details, source }: Institution, facts: NewInstitution): NewInstitution {
  return { ...facts, details: { ...details, ...facts.details }, source };
}

/** What a licence can be given to anew: what is filed, and a licence that ends. */
export const isLicensable = ({
  status,
  filingEndedAs,
  regime,
  validUntil,
}: Pick<Institution, 'status' | 'filingEndedAs' | 'regime' | 'validUntil'>): boolean =>
  status !== 'CLOSED' && filingEndedAs === null && (regime === 'FILING' || validUntil !== null);

/** The particulars after a change filing; who it is, and what no form asks for, stays. */
export function amendedBy(institution: Institution, facts: NewInstitution): NewInstitution {
  const { authority, filingNumber, filedOn, regime, validUntil, operatorId, source } = institution;
  return {
    ...facts,
    details: { ...institution.details, ...facts.details },
    filingNumber: filingNumber ?? facts.filingNumber,
    filedOn: filedOn ?? facts.filedOn,
    authority,
    regime,
    validUntil,
    operatorId,
    source,
  };
}
