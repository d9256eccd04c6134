import type { PlainDate } from '@zhaoguan/kernel';
import { CREDENTIAL_TYPES, postsOf, STAFF_POSTS, type CredentialType, type StaffPost } from '../staff';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireForwards } from './file';
import { requireUnique } from './file';
import { SITE_TYPES } from './inspection-items';
import { ReferenceDataError, type Row } from './row';

/** What has to be shown for a post in a kind of institution (从业人员应当具备的证件). */
export interface StaffRequirementRow {
  readonly code: string;
  readonly kind: ReferenceKind;
  /** HOME rows are those of 家庭托育点; null rows those of every other site. */
  readonly siteType: (typeof SITE_TYPES)[number] | null;
  /** Empty for everybody who works there. */
  readonly posts: readonly StaffPost[];
  readonly credential: CredentialType;
  /** What it is called there. */
  readonly label: string;
  /** Of an EXPERIENCE: what one may have, any one of them; what is entered names which. */
  readonly alternatives?: readonly string[];
  /** Codes of other requirements: who has shown what those ask for has shown this too. */
  readonly alsoMetBy?: readonly string[];
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly basis: LegalCitation;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

/**
 * Reads staff-requirements.json.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseStaffRequirements(json: unknown): ReferenceFile<StaffRequirementRow> {
  const file = readFile(json, 'staff-requirements.json', readRequirement, nothingElse);
  requireUnique(file.items, 'staff-requirements.json', ({ code, effectiveFrom }) =>
    [code, effectiveFrom].join('/'),
  );
  requireKnown(file.items);
  return file;
}

function readRequirement(row: Row): StaffRequirementRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    siteType: row.oneOfOrNull('siteType', SITE_TYPES),
    posts: readPosts(row),
    credential: row.oneOf('credential', CREDENTIAL_TYPES),
    label: row.chinese('label'),
    alternatives: row.optional('alternatives', (field) => row.texts(field)),
    alsoMetBy: row.optional('alsoMetBy', (field) => row.texts(field)),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  requireForwards(row, item);
  requireOfSite(row, item);
  return item;
}

/** A site has its posts only, and what may be one thing or another says which. */
function requireOfSite(row: Row, item: StaffRequirementRow): void {
  const { kind, siteType, posts, credential, alternatives = [] } = item;
  if (kind === 'ELDERLY_CARE' && siteType !== null) row.fail('siteType', '养老机构不分家庭托育点');
  const strange = posts.find((post) => !postsOf({ kind, siteType }).includes(post));
  if (strange !== undefined) row.fail('posts', `这类机构没有岗位${strange}`);
  if (credential === 'EXPERIENCE' && new Set(alternatives).size < 2)
    row.fail('alternatives', '应列出可以选择的各项，至少两项');
  if (credential !== 'EXPERIENCE' && alternatives.length > 0)
    row.fail('alternatives', '只有照护经验或者专业背景可以选择其中一项');
}

function requireKnown(items: readonly StaffRequirementRow[]): void {
  for (const [i, { alsoMetBy = [] }] of items.entries()) {
    const unknown = alsoMetBy.find((wanted) => !items.some(({ code }) => code === wanted));
    if (unknown !== undefined)
      throw new ReferenceDataError(
        `staff-requirements.json.items[${i}].alsoMetBy`,
        `没有编码为${unknown}的要求`,
      );
  }
}

function readPosts(row: Row): StaffPost[] {
  return row.texts('posts').map((post) => {
    const known = STAFF_POSTS.find((each) => each === post);
    return known ?? row.fail('posts', `没有岗位${post}`);
  });
}
