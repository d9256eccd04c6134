import { numberOf, numberSaid } from './number-said';
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
  if (DENIAL.test(seen) || SEVERAL_CLAUSES.test(found)) return false;
  return endsWith(seen, said) || replacesEnd(bare(filed), seen, said);
}

/** `35 平方米`, `3,500.00 元`. */
const QUANTITY = /^\d[\d,]*(?:\.\d+)?(?: (\D*))?$/;
/** `不是 3 号`: what follows is not what was found. */
const DENIAL = /[不非没未无]/;
/** `实际在一楼，登记的是二楼`: which of them was found, no rule can tell. */
const SEVERAL_CLAUSES = /[^\s\p{P}]\s*[，,；;。、]\s*[^\s\p{P}]/u;
/** Of one character nobody can tell whether it says the same. */
const SHORTEST = 2;

/** `号 2` is not the end of `号 12`. */
const endsWith = (whole: string, end: string): boolean =>
  end.length >= SHORTEST &&
  whole.endsWith(end) &&
  !(/^\d/.test(end) && /\d$/.test(whole.slice(0, -end.length)));

/** The door, the storey: `138 号院 3 号楼二层`. */
const PART = /[\dA-Za-z一二三四五六七八九十百零〇甲乙丙丁]+(号楼|号院|单元|号|院|楼|层|室|栋|幢|座)/gy;

/** 号, 楼, 层 in their order; undefined of what consists of more than such parts. */
function partsOf(end: string): string | undefined {
  const parts = [...end.matchAll(PART)];
  return parts.map(([part]) => part).join('') === end ? parts.map(([, sort]) => sort).join() : undefined;
}

/**
 * A door or a storey alone was found: all before it was seen as it had been filed, and is filed so still. It stands for what was filed
 * last, if that is of the same sort, or follows it; a street or a house left out between is another place.
 */
function replacesEnd(filed: string, seen: string, said: string): boolean {
  const before = said.slice(0, -seen.length);
  if (!endsWith(said, seen) || !filed.startsWith(before)) return false;
  const [replaced, found] = [partsOf(filed.slice(before.length)), partsOf(seen)];
  return found !== undefined && found !== '' && (replaced === '' || replaced === found);
}

const bare = (words: string): string => words.normalize('NFKC').replace(/[\s\p{P}]/gu, '');
