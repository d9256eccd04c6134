import { refuse } from '@zhaoguan/contracts';
import type { FieldError } from '@zhaoguan/kernel';
import type { PartyStatement, StatementFile } from './penalty-case';

/** Files with one statement; and in one case, with those that were never handed in. */
export const MOST_STATEMENT_FILES = 5;
const MOST_FILES_OF_A_CASE = 30;

/**
 * The same words twice are one statement: a page that was sent again is no second one. Line ends and spaces tell nothing.
 * @throws STATEMENT_DUPLICATE
 */
export function assertNewWords(before: readonly PartyStatement[], text: string): void {
  const words = wordsOf(text);
  const again = before.some(
    ({ nature, channel, text: said }) =>
      nature === 'STATEMENT' && channel === 'PARTY' && wordsOf(said) === words,
  );
  if (again) throw refuse('STATEMENT_DUPLICATE');
}

/**
 * Files are handed in by whoever uploaded them, each with one statement.
 * @throws UNKNOWN_STATEMENT_FILE
 */
export function assertOwnFiles(
  files: readonly StatementFile[],
  before: readonly PartyStatement[],
  fileIds: readonly string[],
  personId: string,
): void {
  const taken = new Set(before.flatMap((statement) => statement.files.map(({ id }) => id)));
  const code = 'UNKNOWN_STATEMENT_FILE';
  const faults = fileIds.flatMap((id, i): FieldError[] => {
    const own = files.some((file) => file.id === id && file.uploadedBy === personId);
    return own && !taken.has(id) ? [] : [{ pointer: `/fileIds/${i}`, code }];
  });
  if (faults.length > 0) throw refuse(code, {}, faults);
}

/** @throws TOO_MANY_STATEMENT_FILES */
export function assertRoomForFile(files: readonly StatementFile[]): void {
  if (files.length >= MOST_FILES_OF_A_CASE)
    throw refuse('TOO_MANY_STATEMENT_FILES', { most: MOST_FILES_OF_A_CASE });
}

const wordsOf = (text: string): string => text.replace(/\s+/gu, '');
