import { FILING_TYPES, type FilingType } from '../kinds';
import { REGIMES, type Regime } from '../regimes';
import { TAKEOVER_CLAIMS, type TakeoverClaim } from '../takeover';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireUnique } from './file';
import { SITE_TYPES } from './inspection-items';
import type { Row } from './row';

export const MATERIAL_MEDIA_TYPES = ['application/pdf', 'image/jpeg', 'image/png'] as const;

/** A document that a filing must or may have to contain. */
export interface MaterialRow {
  readonly code: string;
  readonly kind: ReferenceKind;
  /** HOME rows make up the whole list of a 家庭托育点; null rows that of every other site. */
  readonly siteType: (typeof SITE_TYPES)[number] | null;
  readonly filingType: FilingType;
  /** `000000` nationwide; a row of a district replaces the nationwide row of the same code there. */
  readonly jurisdiction: string;
  readonly name: string;
  readonly required: boolean;
  /** When a material that is not required has to be handed in. */
  readonly condition: string | null;
  readonly basis: LegalCitation;
  readonly accepts: readonly (typeof MATERIAL_MEDIA_TYPES)[number][];
  readonly evidence: EvidenceMark;
  /** For who hands it in and for who looks at it: what must be seen on it, signed by whom, valid until when, why it comes back. */
  readonly note: string;
  /** Where a commitment (告知承诺) may stand for it: until when it is handed in, and what is promised. */
  readonly commitment?: MaterialCommitment;
  /** Asked for only where an official enters the filing for the applicant (窗口代办), and required there. */
  readonly onlyAssisted?: boolean;
  /** Asked for only where what is filed stands in the register in another account, or takes the place of another home. */
  readonly onlyClaim?: TakeoverClaim;
  /** Handed in under this regime alone; left out: under either. */
  readonly regime?: Regime;
}

export interface MaterialCommitment {
  /** Code of the term: so many days from the acceptance on. */
  readonly term: string;
  /** `{days}` is filled from the term. */
  readonly text: string;
  readonly basis: LegalCitation;
}

/**
 * Reads materials.json: either required or with a condition, never both or neither.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseMaterials(json: unknown): ReferenceFile<MaterialRow> {
  const file = readFile(json, 'materials.json', readMaterial, nothingElse);
  requireUnique(file.items, 'materials.json', (item) =>
    [item.kind, item.siteType, item.filingType, item.jurisdiction, item.code, item.regime ?? ''].join('/'),
  );
  return file;
}

function readMaterial(row: Row): MaterialRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    siteType: row.oneOfOrNull('siteType', SITE_TYPES),
    filingType: row.oneOf('filingType', FILING_TYPES),
    jurisdiction: row.matching('jurisdiction', /^\d{6}$/, '应为六位代码'),
    name: row.chinese('name'),
    required: row.flag('required'),
    condition: row.chineseOrNull('condition'),
    basis: row.object('basis', readCitation),
    accepts: row.textsOf('accepts', MATERIAL_MEDIA_TYPES),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chinese('note'),
    commitment: row.optional('commitment', (field) => row.object(field, readCommitment)),
    onlyAssisted: row.optional('onlyAssisted', (field) => row.flag(field)),
    onlyClaim: row.optional('onlyClaim', (field) => row.oneOf(field, TAKEOVER_CLAIMS)),
    regime: row.optional('regime', (field) => row.oneOf(field, REGIMES)),
  };
  if (item.required === (item.condition !== null))
    row.fail('condition', '必交材料不设条件，非必交材料须写明条件');
  if (item.accepts.length === 0) row.fail('accepts', '至少接受一种格式');
  return item;
}

function readCommitment(row: Row): MaterialCommitment {
  return {
    term: row.matching('term', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    text: row.chinese('text'),
    basis: row.object('basis', readCitation),
  };
}
