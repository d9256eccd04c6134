import type { PlainDate } from '@zhaoguan/kernel';
import { REGIMES, type Regime } from '../regimes';
import { REMOVAL_TYPES, type RemovalType } from '../removals';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireForwards } from './file';
import { requireUnique } from './file';
import type { Row } from './row';

/** Why the authority may remove a filing or a licence (注销、撤销的情形). The label is published, and so names nobody. */
export interface RemovalGroundRow {
  readonly code: string;
  readonly type: RemovalType;
  /** Null for both kinds. */
  readonly kind: ReferenceKind | null;
  /** Of what it is a ground; left out: of a filing. */
  readonly regime?: Regime;
  readonly label: string;
  /** That what is removed has run out: before its last day it is no ground. */
  readonly afterExpiry?: boolean;
  /** What proves it, for the official. */
  readonly proof: string;
  /** What else the law makes follow from it, as the decision tells the institution. */
  readonly consequence?: string;
  readonly effectiveFrom: PlainDate;
  readonly effectiveTo: PlainDate | null;
  readonly basis: LegalCitation;
  readonly evidence: EvidenceMark;
}

/**
 * Reads removal-grounds.json.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseRemovalGrounds(json: unknown): ReferenceFile<RemovalGroundRow> {
  const file = readFile(json, 'removal-grounds.json', readGround, nothingElse);
  requireUnique(file.items, 'removal-grounds.json', ({ code, kind, effectiveFrom, regime }) =>
    [code, kind, effectiveFrom, regime ?? ''].join('/'),
  );
  return file;
}

function readGround(row: Row): RemovalGroundRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z0-9_]*$/, '应为大写字母、数字和下划线'),
    type: row.oneOf('type', REMOVAL_TYPES),
    kind: row.oneOfOrNull('kind', REFERENCE_KINDS),
    regime: row.optional('regime', (field) => row.oneOf(field, REGIMES)),
    label: row.chinese('label'),
    proof: row.chinese('proof'),
    afterExpiry: row.optional('afterExpiry', (field) => row.flag(field)),
    consequence: row.optional('consequence', (field) => row.chinese(field)),
    effectiveFrom: row.date('effectiveFrom'),
    effectiveTo: row.dateOrNull('effectiveTo'),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
  };
  requireForwards(row, item);
  return item;
}
