import { nothingElse, readFile, requireUnique, type ReferenceFile } from './file';
import { RATED_ACTS, type RatedAct } from '../service-ratings';
import type { Row } from './row';

/** What a rating of the service can be given for (评价原因). */
export interface RatingReasonRow {
  readonly code: string;
  readonly label: string;
  /** For the three levels of content (好评), or for the two of discontent (差评). */
  readonly side: 'GOOD' | 'BAD';
  /** The steps that can be rated with it; without them: all. */
  readonly acts?: readonly RatedAct[];
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

/** What a step can be rated with. Shown are all, for what was given before stays as it was said. */
export const reasonsFor = (act: RatedAct, reasons: readonly RatingReasonRow[]): RatingReasonRow[] =>
  reasons.filter(({ acts }) => acts === undefined || acts.includes(act));

function readReason(row: Row): RatingReasonRow {
  const acts = row.optional('acts', (field) => row.textsOf(field, RATED_ACTS));
  if (acts?.length === 0) row.fail('acts', '应至少有一个环节；各环节都适用的，不写');
  return {
    ...(acts && { acts }),
    code: row.matching('code', /^[A-Z][A-Z_]*$/, '应为大写字母和下划线'),
    label: row.chinese('label'),
    side: row.oneOf('side', ['GOOD', 'BAD'] as const),
  };
}
