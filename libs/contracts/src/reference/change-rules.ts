import type { PlainDate } from '@zhaoguan/kernel';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireForwards } from './file';
import { requireUnique } from './file';
import type { Row } from './row';

/** A field that a change filing (变更备案) leaves as it is: changed, it would be another institution or another site. */
export interface ChangeRuleRow {
  readonly code: string;
  /** JSON pointer of the field in the form, e.g. `/institution/uscc`. */
  readonly pointer: string;
  /** Null for both kinds. */
  readonly kind: ReferenceKind | null;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  /** What to do instead, for the applicant. */
  readonly instead: string;
  readonly basis: LegalCitation;
  readonly evidence: EvidenceMark;
}

/**
 * Reads change-rules.json.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseChangeRules(json: unknown): ReferenceFile<ChangeRuleRow> {
  const file = readFile(json, 'change-rules.json', readChangeRule, nothingElse);
  requireUnique(file.items, 'change-rules.json', ({ code, kind, effectiveFrom }) =>
    [code, kind, effectiveFrom].join('/'),
  );
  return file;
}

function readChangeRule(row: Row): ChangeRuleRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    pointer: row.matching('pointer', /^\/institution\/\w+$/, '应为申请书中一个项目的路径'),
    kind: row.oneOfOrNull('kind', REFERENCE_KINDS),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    instead: row.chinese('instead'),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
  };
  requireForwards(row, item);
  return item;
}
