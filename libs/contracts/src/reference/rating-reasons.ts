import { nothingElse, readFile, requireUnique, type ReferenceFile } from './file';
import type { Row } from './row';

/** What a rating of the service can be given for (评价原因). */
export interface RatingReasonRow {
  readonly code: string;
  readonly label: string;
  /** For the three levels of content (好评), or for the two of discontent (差评). */
  readonly side: 'GOOD' | 'BAD';
}

/**
 * Reads rating-reasons.json.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseRatingReasons(json: unknown): ReferenceFile<RatingReasonRow> {
  const file = readFile(json, 'rating-reasons.json', readReason, nothingElse);
  requireUnique(file.items, 'rating-reasons.json', ({ code }) => code);
  return file;
}

function readReason(row: Row): RatingReasonRow {
  return {
    code: row.matching('code', /^[A-Z][A-Z_]*$/, '应为大写字母和下划线'),
    label: row.chinese('label'),
    side: row.oneOf('side', ['GOOD', 'BAD'] as const),
  };
}
