import { FILING_TYPES, type FilingType } from '../kinds';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireUnique } from './file';
import type { RegimeRow } from './regimes';
import { SITE_TYPES } from './inspection-items';
import { ReferenceDataError, type Row } from './row';

/** A service of the authority (政务服务事项) for which there is a guide (办事指南): a kind of institution and a type of filing. */
export interface ServiceItemRow {
  readonly code: string;
  readonly kind: ReferenceKind;
  /** HOME for a 家庭托育点, which files in a way of its own. */
  readonly siteType: (typeof SITE_TYPES)[number] | null;
  readonly filingType: FilingType;
  readonly name: string;
  /** Who may apply (办理对象). */
  readonly applicant: string;
  /** When to apply. */
  readonly when: readonly string[];
  /** Which authority takes it, as the law says. */
  readonly where: readonly string[];
  readonly fee: string;
  /** Codes of the reference list `terms` that bind applicant and authority. */
  readonly terms: readonly string[];
  /** What follows from the acceptance besides the papers. */
  readonly effect: string;
  readonly basis: readonly LegalCitation[];
  readonly evidence: EvidenceMark;
  /** What is said instead where the law asks for a licence (reference list `regimes`). */
  readonly licence?: LicenceItem;
}

/** The words of an item under a licence; the law that asks for it stands in the list of regimes. */
export interface LicenceItem extends Pick<
  ServiceItemRow,
  'name' | 'applicant' | 'when' | 'where' | 'terms' | 'effect'
> {
  /** Beside the law that asks for the licence. */
  readonly basis: readonly LegalCitation[];
}

/** The item as the law of the place and the day has it. */
export function itemUnder(item: ServiceItemRow, regime: RegimeRow | undefined): ServiceItemRow {
  if (regime?.regime !== 'LICENCE' || item.licence === undefined) return item;
  return { ...item, ...item.licence, basis: [regime.basis, ...item.licence.basis] };
}

/**
 * Reads service-items.json: one row for every kind of site and type of filing.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseServiceItems(json: unknown): ReferenceFile<ServiceItemRow> {
  const file = readFile(json, 'service-items.json', readServiceItem, nothingElse);
  requireUnique(file.items, 'service-items.json', ({ code }) => code);
  requireUnique(file.items, 'service-items.json', (item) =>
    [item.kind, item.siteType, item.filingType].join('/'),
  );
  return file;
}

function readServiceItem(row: Row): ServiceItemRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z_]*$/, '应为大写字母和下划线'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    siteType: row.oneOfOrNull('siteType', SITE_TYPES),
    filingType: row.oneOf('filingType', FILING_TYPES),
    name: row.chinese('name'),
    applicant: row.chinese('applicant'),
    when: row.texts('when'),
    where: row.texts('where'),
    fee: row.chinese('fee'),
    terms: row.texts('terms'),
    effect: row.chinese('effect'),
    basis: row.list('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    licence: row.optional('licence', (field) => row.object(field, readLicence)),
  };
  if (item.basis.length === 0) throw new ReferenceDataError(`${item.code}.basis`, '没有依据');
  return item;
}

function readLicence(row: Row): LicenceItem {
  return {
    name: row.chinese('name'),
    applicant: row.chinese('applicant'),
    when: row.texts('when'),
    where: row.texts('where'),
    terms: row.texts('terms'),
    effect: row.chinese('effect'),
    basis: row.list('basis', readCitation),
  };
}

/** The code of the item in which this kind of site does that: a 家庭托育点 has items of its own. */
export function serviceItemCode({
  kind,
  siteType,
  filingType,
}: Pick<ServiceItemRow, 'kind' | 'siteType' | 'filingType'>): string {
  return `${siteType === null ? '' : `${siteType}_`}${kind}_${filingType}`;
}

/** The item as it stands in an address: `ELDERLY_CARE_INITIAL` → `elderly-care-initial`. */
export function serviceItemSlug({ code }: Pick<ServiceItemRow, 'code'>): string {
  return code.toLowerCase().replaceAll('_', '-');
}
