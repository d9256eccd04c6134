import { refuse } from '@zhaoguan/contracts';
import type { FieldError } from '@zhaoguan/kernel';
import type { PartyStatement, StatementFile } from './penalty-case';

/** Files with one statement; and in one case, with those that were never handed in. */
export const MOST_STATEMENT_FILES = 5;
const MOST_FILES_OF_A_CASE = 30;

/** Made by the party itself in one case; whoever has more to say says it to the official, who records it. */
const MOST_STATEMENTS = 20;

/**
 * The same words twice are one statement: a page that was sent again is no second one. Line ends and spaces tell nothing;
 * files that were not handed in yet say something new, whatever the words.
 * @throws STATEMENT_DUPLICATE, TOO_MANY_STATEMENTS
 */
export function assertNewWords(
  before: readonly PartyStatement[],
  {
    channel,
    text,
    fileIds,
  }: Pick<PartyStatement, 'channel' | 'text'> & { readonly fileIds: readonly string[] },
): void {
  const own = before.filter((said) => said.nature === 'STATEMENT' && said.channel === channel);
  const words = wordsOf(text);
  const isRepeated = fileIds.length === 0 && own.some(({ text: said }) => wordsOf(said) === words);
  if (isRepeated) throw refuse('STATEMENT_DUPLICATE');
  if (own.length >= MOST_STATEMENTS) throw refuse('TOO_MANY_STATEMENTS', { most: MOST_STATEMENTS });
}

/**
 * Who has stated its case does not waive that afterwards: it has been heard already, and a file would say both.
 * @law 行政处罚法第四十五条
 * @throws WAIVER_AFTER_STATEMENT
 */
export function assertNothingStated(before: readonly PartyStatement[]): void {
  if (before.some(({ nature, channel }) => nature === 'STATEMENT' && channel === 'PARTY'))
    throw refuse('WAIVER_AFTER_STATEMENT');
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
