import type { CheckedFact, FiledFact } from './verification';

/** What a visit found to be otherwise, beside what is filed now. */
export interface MismatchNow extends CheckedFact {
  /** As it is filed now, in words; null of what no form asks for. */
  readonly now: string | null;
  /** It has been filed otherwise since, and as it was found. */
  readonly asFound: boolean;
}

/**
 * What the last visit found to be otherwise, beside what is filed now (原填报、现场、现填报).
 * @param filed the items as they are filed now
 */
export function besideFiled(facts: readonly CheckedFact[], filed: readonly FiledFact[]): MismatchNow[] {
  return facts
    .filter(({ matches }) => !matches)
    .map((fact) => {
      const now = filed.find(({ pointer }) => pointer === fact.pointer)?.filed ?? null;
      return { ...fact, now, asFound: isAsFound(fact, now) };
    });
}

/** Whether all that was found to be otherwise is filed now as it was found: then there is nothing left that another visit could see. */
export const isAnswered = (mismatches: readonly MismatchNow[]): boolean =>
  mismatches.length > 0 && mismatches.every(({ asFound }) => asFound);

/** Why the authority need not go again, item by item, as the history keeps it. */
export const answerInWords = (mismatches: readonly MismatchNow[]): string =>
  mismatches
    .map(
      ({ label, filed, found, now }) =>
        `${label}：原填报${filed ?? ''}，现场${found ?? ''}，现填报${now ?? ''}`,
    )
    .join('；');

/** An official says what was found in words of their own: what is not seen here to be the same is for the next visit. */
function isAsFound({ filed, found }: CheckedFact, now: string | null): boolean {
  if (filed === null || found === null || now === null || now === filed) return false;
  if (QUANTITY.test(now)) return numbersIn(found).includes(numbersIn(now)[0] ?? NaN);
  const [said, seen] = [bare(now), bare(found)];
  return seen.includes(said) || (seen.length >= SHORTEST && said.includes(seen));
}

/** `35 平方米`, `3,500.00 元`. */
const QUANTITY = /^\d[\d,]*(\.\d+)?( \D*)?$/;
/** Of one character nobody can tell whether it says the same. */
const SHORTEST = 2;

const numbersIn = (words: string): number[] =>
  (words.normalize('NFKC').match(/\d[\d,]*(\.\d+)?/g) ?? []).map((number) =>
    Number(number.replaceAll(',', '')),
  );

const bare = (words: string): string => words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
