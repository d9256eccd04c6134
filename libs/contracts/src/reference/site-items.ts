import type { PlainDate } from '@zhaoguan/kernel';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireForwards } from './file';
import { requireUnique } from './file';
import type { Row } from './row';

const SITE_TYPES = ['CENTRE', 'HOME'] as const;

/** What officials look at on the spot (现场核查项目): an answer of the form beside what is there, or what the rules ask of every site. */
export interface SiteItemRow {
  readonly code: string;
  readonly kind: ReferenceKind;
  /** HOME of 家庭托育点, CENTRE of any other 托育机构; null of all. */
  readonly siteType: (typeof SITE_TYPES)[number] | null;
  /** Of an answer of the form, e.g. `/institution/capacity`; null of what no form asks for. */
  readonly pointer: string | null;
  /** Of what no form asks for: what it is called, and what it should be. */
  readonly name: string | null;
  readonly requires: string | null;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly basis: LegalCitation;
  readonly evidence: EvidenceMark;
}

/**
 * Reads site-items.json.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseSiteItems(json: unknown): ReferenceFile<SiteItemRow> {
  const file = readFile(json, 'site-items.json', readSiteItem, nothingElse);
  requireUnique(file.items, 'site-items.json', ({ code, kind, siteType, effectiveFrom }) =>
    [code, kind, siteType, effectiveFrom].join('/'),
  );
  return file;
}

function readSiteItem(row: Row): SiteItemRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    siteType: row.oneOfOrNull('siteType', SITE_TYPES),
    pointer: row.textOrNull('pointer'),
    name: row.chineseOrNull('name'),
    requires: row.chineseOrNull('requires'),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
  };
  requireForwards(row, item);
  if (item.pointer === null ? item.name === null || item.requires === null : item.name !== null)
    row.fail('pointer', '应写明 pointer，或者 name 和 requires');
  return item;
}
