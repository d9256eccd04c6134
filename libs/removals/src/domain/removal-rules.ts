import {
  isInForce,
  refuse,
  type Kind,
  type Regime,
  type RemovalGroundRow,
  type RemovalType,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { RemovalFile, RemovalGround, RemovalStatement } from './removal';

/** Files with one statement; and of one case, whoever uploaded them. */
export const MOST_REMOVAL_FILES = 5;
const MOST_FILES_OF_A_CASE = 40;
const MOST_STATEMENTS = 20;

/** Statutory terms (reference list `terms`). */
export const NOTICE_TERM = 'REMOVAL_NOTICE';
export const STATEMENT_TERM = 'REMOVAL_STATEMENT';
export const ANNOUNCEMENT_TERM = 'REMOVAL_ANNOUNCEMENT';
export const DECISION_TERM = 'REMOVAL_DECISION';
export const SERVICE_TERM = 'REMOVAL_SERVICE';

/** What a ground is asked for: what is to be removed, and when. */
export interface GroundQuestion {
  readonly kind: Kind;
  readonly regime: Regime;
  readonly on: PlainDate;
}

/** Whether it is a ground on this day for what an institution of this kind holds. */
export function isGroundFor(row: RemovalGroundRow, { kind, regime, on }: GroundQuestion): boolean {
  return (
    (row.kind === null || row.kind === kind) && (row.regime ?? 'FILING') === regime && isInForce(row, on)
  );
}

/**
 * The ground as it holds on this day for what an institution of this kind holds.
 * @param question with the last day of what it holds; null without an end; and whether its renewal, asked for in time, is not decided
 * @law 行政许可法第五十条第二款、第七十条第一项
 * @throws UNKNOWN_REMOVAL_GROUND, LICENCE_STILL_VALID, LICENCE_RENEWAL_OPEN
 */
export function groundFor(
  grounds: readonly RemovalGroundRow[],
  code: string,
  question: GroundQuestion & { readonly validUntil: PlainDate | null; readonly isRenewalOpen: boolean },
): RemovalGround & { readonly type: RemovalType } {
  const row = grounds.find((each) => each.code === code && isGroundFor(each, question));
  if (!row)
    throw refuse('UNKNOWN_REMOVAL_GROUND', {}, [{ pointer: '/ground', code: 'UNKNOWN_REMOVAL_GROUND' }]);
  const { validUntil, isRenewalOpen, on } = question;
  if (row.afterExpiry === true && (validUntil === null || validUntil >= on))
    throw refuse('LICENCE_STILL_VALID', {}, [{ pointer: '/ground', code: 'LICENCE_STILL_VALID' }]);
  if (row.afterExpiry === true && isRenewalOpen)
    throw refuse('LICENCE_RENEWAL_OPEN', {}, [{ pointer: '/ground', code: 'LICENCE_RENEWAL_OPEN' }]);
  const { type, label, basis, consequence } = row;
  return { code, type, label, basis, ...(consequence === undefined ? {} : { consequence }) };
}

/**
 * The same words twice are one statement; new files say something new.
 * @param before what was said since the notice
 * @throws STATEMENT_DUPLICATE, TOO_MANY_STATEMENTS
 */
export function assertNewStatement(
  before: readonly RemovalStatement[],
  { nature, channel, text, fileIds }: Pick<RemovalStatement, 'nature' | 'channel' | 'text' | 'fileIds'>,
): void {
  const own = before.filter((said) => said.channel === channel && said.nature === nature);
  if (fileIds.length === 0 && own.some((said) => wordsOf(said.text) === wordsOf(text)))
    throw refuse('STATEMENT_DUPLICATE');
  if (own.length >= MOST_STATEMENTS) throw refuse('TOO_MANY_STATEMENTS', { most: MOST_STATEMENTS });
}

/** A statement names files that its maker uploaded, each once. @throws UNKNOWN_STATEMENT_FILE */
export function assertOwnFiles(
  files: readonly RemovalFile[],
  before: readonly RemovalStatement[],
  fileIds: readonly string[],
  personId: string,
): void {
  const code = 'UNKNOWN_STATEMENT_FILE';
  const taken = new Set(before.flatMap((said) => said.fileIds));
  const faults = fileIds.flatMap((id, i) => {
    const own = files.some(
      (file) => file.id === id && file.purpose === 'STATEMENT' && file.uploadedBy === personId,
    );
    return own && !taken.has(id) ? [] : [{ pointer: `/fileIds/${i}`, code }];
  });
  if (faults.length > 0) throw refuse(code, {}, faults);
}

/** @throws TOO_MANY_STATEMENT_FILES */
export function assertRoomForFile(files: readonly RemovalFile[]): void {
  if (files.length >= MOST_FILES_OF_A_CASE)
    throw refuse('TOO_MANY_STATEMENT_FILES', { most: MOST_FILES_OF_A_CASE });
}

const wordsOf = (text: string): string => text.replace(/\s+/gu, '');
