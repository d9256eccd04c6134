import type { CheckedFact, FiledFact } from './verification';

/** What a visit found to be otherwise, beside what is filed now. */
export interface MismatchNow extends CheckedFact {
  /** As it is filed now, in words; null of what no form asks for. */
  readonly now: string | null;
  /** It has been filed otherwise since, and as it was found. */
  readonly asFound: boolean;
}

/** What is filed now otherwise than anybody has seen it. */
export interface UnseenFact extends Pick<FiledFact, 'pointer' | 'label'> {
  /** As it was on the spot; null of what was not filed then, and was not looked at. */
  readonly seen: string | null;
  /** Null of what is not filed any more. */
  readonly now: string | null;
}

/** The last visit beside what is filed now. */
export interface BesideFiled {
  /** What was found to be otherwise (原填报、现场、现填报). */
  readonly mismatches: readonly MismatchNow[];
  /** What was found right, or was not filed then, and is filed otherwise now. */
  readonly unseen: readonly UnseenFact[];
}

export const NOTHING_FOUND: BesideFiled = { mismatches: [], unseen: [] };

/** @param filed the items as they are filed now */
export function besideFiled(facts: readonly CheckedFact[], filed: readonly FiledFact[]): BesideFiled {
  const nowOf = (pointer: string): string | null =>
    filed.find((item) => item.pointer === pointer)?.filed ?? null;
  const mismatches = facts
    .filter(({ matches }) => !matches)
    .map((fact) => {
      const now = nowOf(fact.pointer);
      return { ...fact, now, asFound: isAsFound(fact, now) };
    });
  const changed = facts
    .filter((fact) => fact.matches && isOfForm(fact) && nowOf(fact.pointer) !== fact.filed)
    .map(({ pointer, label, filed: seen }) => ({ pointer, label, seen, now: nowOf(pointer) }));
  const added = filed
    .filter((item) => isOfForm(item) && !facts.some(({ pointer }) => pointer === item.pointer))
    .map(({ pointer, label, filed: now }) => ({ pointer, label, seen: null, now }));
  return { mismatches, unseen: [...changed, ...added] };
}

/** Of what was concluded and handed in once more: all that is filed now otherwise than it was on the spot. */
export const unseenSince = ({ mismatches, unseen }: BesideFiled): UnseenFact[] => [
  ...mismatches
    .filter((fact) => isOfForm(fact) && !fact.asFound)
    .map(({ pointer, label, found, now }) => ({ pointer, label, seen: found, now })),
  ...unseen,
];

/** Whether all that was found to be otherwise is filed now as it was found: nothing is left for the applicant to put right. */
export const isAnswered = ({ mismatches }: Pick<BesideFiled, 'mismatches'>): boolean =>
  mismatches.length > 0 && mismatches.every(({ asFound }) => asFound);

/** Whether what is filed now is in all what two officials have seen: then there is nothing left that another visit could see. */
export const isAsSeen = (beside: BesideFiled): boolean => isAnswered(beside) && beside.unseen.length === 0;

/** Why the authority need not go again, item by item, as the history keeps it and spelled as on the card of the visit. */
export const answerInWords = (mismatches: readonly MismatchNow[]): string =>
  mismatches
    .map(
      ({ label, filed, found, now }) =>
        `${label}：原填报 ${filed ?? ''}，现场 ${found ?? ''}，现填报 ${now ?? ''}`,
    )
    .join('；');

/** What the rules ask for and no form does is not changed by filing. */
const isOfForm = ({ requires }: Pick<FiledFact, 'requires'>): boolean => requires === null;

/**
 * A number counts that was given as the number, or that is all the words say; of other words those that name it last and deny nothing.
 * What is not seen here to be the same is for the next visit.
 */
function isAsFound({ filed, found, foundNumber }: CheckedFact, now: string | null): boolean {
  if (filed === null || found === null || now === null || now === filed) return false;
  const quantity = QUANTITY.exec(now);
  if (quantity !== null) return numberOf(now) === (foundNumber ?? numberSaid(found, quantity[1] ?? ''));
  const [said, seen] = [bare(now), bare(found)];
  if (said === seen) return said !== '';
  return !DENIAL.test(seen) && (endsWith(seen, said) || replacesEnd(bare(filed), seen, said));
}

/** `35 平方米`, `3,500.00 元`. */
const QUANTITY = /^\d[\d,]*(?:\.\d+)?(?: (\D*))?$/;
/** `不是 3 号`: what follows is not what was found. */
const DENIAL = /[不非没未无]/;
/** `实有 55 个`: nothing but that it was counted; `比填报少 40 个` and `有 5 间房` say something else. */
const COUNTED =
  /^(?:现场|实际|实有|实测|实为|清点|测量|数量|约|共|有|为|是|仅|只|[:：])*(\d[\d,]*(?:\.\d+)?)(\D*?)[。.]?$/;
/** Of one character nobody can tell whether it says the same. */
const SHORTEST = 2;

/** `号 2` is not the end of `号 12`. */
const endsWith = (whole: string, end: string): boolean =>
  end.length >= SHORTEST &&
  whole.endsWith(end) &&
  !(/^\d/.test(end) && /\d$/.test(whole.slice(0, -end.length)));

/** A door or a storey alone was found: all before it was seen as it had been filed, and is filed so still. */
const replacesEnd = (filed: string, seen: string, said: string): boolean =>
  endsWith(said, seen) && filed.startsWith(said.slice(0, -seen.length));

function numberSaid(words: string, unit: string): number | undefined {
  const [, number = '', said = ''] = COUNTED.exec(words.normalize('NFKC').replace(/\s/gu, '')) ?? [];
  return number !== '' && (said === '' || said === unit) ? numberOf(number) : undefined;
}

const numberOf = (words: string): number => Number.parseFloat(words.replaceAll(',', ''));

const bare = (words: string): string => words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
