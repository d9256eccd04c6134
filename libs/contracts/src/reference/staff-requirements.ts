import type { PlainDate } from '@zhaoguan/kernel';
import { CREDENTIAL_TYPES, STAFF_POSTS, type CredentialType, type StaffPost } from '../staff';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireForwards } from './file';
import { requireUnique } from './file';
import type { Row } from './row';

/** What has to be shown for a post in a kind of institution (从业人员应当具备的证件). */
export interface StaffRequirementRow {
  readonly code: string;
  readonly kind: ReferenceKind;
  /** Empty for everybody who works there. */
  readonly posts: readonly StaffPost[];
  readonly credential: CredentialType;
  /** What it is called there. */
  readonly label: string;
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
  return file;
}

function readRequirement(row: Row): StaffRequirementRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    posts: readPosts(row),
    credential: row.oneOf('credential', CREDENTIAL_TYPES),
    label: row.chinese('label'),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  requireForwards(row, item);
  return item;
}

function readPosts(row: Row): StaffPost[] {
  return row.texts('posts').map((post) => {
    const known = STAFF_POSTS.find((each) => each === post);
    return known ?? row.fail('posts', `没有岗位${post}`);
  });
}
