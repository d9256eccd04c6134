import {
  refuse,
  TAKEOVER_RELATION_LABELS,
  takeoverGround,
  type InstitutionStatus,
  type Regime,
  type TakeoverClaim,
  type TakeoverRelation,
} from '@zhaoguan/contracts';
import { guarded, saysSomething, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import type { Filing } from './filing';

/** What an applicant says of what stands in the register under the code or in the house (归属说明). */
export interface TakeoverStatement {
  readonly relation: TakeoverRelation;
  readonly ground: string;
  readonly explanation: string;
  /** The home in whose place or beside which it comes, as it was when that was said; null where the code alone is another account's. */
  readonly predecessorId: string | null;
}

/** Of what it was said: code, place and head as they stood then; null of each that was not filled in, or was not kept yet. */
export interface SaidOf {
  readonly uscc: string | null;
  readonly district: string | null;
  readonly addressKey: string | null;
  readonly head: string | null;
}

/** What stands in the application now, its house by every spelling. */
export interface SaidNow {
  readonly uscc: string;
  readonly district: string;
  readonly spellings: readonly string[] | null;
  readonly head: string | null;
}

/** Whether what was said is said of this code. */
export const isOfCode = ({ uscc }: Pick<SaidOf, 'uscc'>, now: Pick<SaidNow, 'uscc'>): boolean =>
  uscc === null || uscc === now.uscc;

/**
 * Whether why another account files for the legal person was said of this place and this head: another place, or somebody else at the head
 * who may have sent nobody, is asked about anew. So is what was filled in after it was said, of which nobody has said anything; only of what
 * was said before that was kept, which has no code either, nothing is known.
 */
export function isOfPlaceAndHead(of: SaidOf, now: SaidNow): boolean {
  if (of.uscc === null) return true;
  const isThere =
    now.spellings === null ||
    (of.district === now.district && of.addressKey !== null && now.spellings.includes(of.addressKey));
  return isThere && (now.head === null || of.head === now.head);
}

/** A home of another legal person in the same house, as the public reads it. */
export interface HomeInHouse {
  readonly id: string;
  readonly name: string;
  readonly filingNumber: string | null;
  readonly status: InstitutionStatus;
}

/** A home of the account itself, in force, for which nobody files anew: what has changed of it is changed there. */
export interface OwnHome extends Pick<HomeInHouse, 'id' | 'name' | 'filingNumber'> {
  readonly regime: Regime;
  /** The day on which its filing came back since the draft was begun (恢复备案); null where it did not. */
  readonly restoredOn: PlainDate | null;
}

/** People of a predecessor that has told nobody where they go: it stands yet, or the authority ended it. For the office alone. */
export interface UnplacedPeople {
  /** How many lived there as it was last filed; null where that was not said, as of children. */
  readonly residents: number | null;
}

/** @param details as the register keeps them */
export function unplacedPeople({ particulars }: Readonly<Record<string, unknown>>): UnplacedPeople {
  const said = (particulars ?? {}) as Readonly<Record<string, unknown>>;
  const counts = ['residentsAble', 'residentsPartly', 'residentsFully']
    .map((name) => said[name])
    .filter((count) => typeof count === 'number');
  return { residents: counts.length === 0 ? null : counts.reduce((sum, count) => sum + count, 0) };
}

/** What a first filing meets in the register. */
export interface Standing {
  /** Homes of the kind under the same code are in another account. */
  readonly account: boolean;
  /** The very home is registered there, and nobody can file for it anew. */
  readonly taken: boolean;
  readonly homes: readonly HomeInHouse[];
}

export const NOTHING_STANDS: Standing = { account: false, taken: false, homes: [] };

/** First filings alone: what is about a registered institution, and the licence of what one has filed, is the account's own. */
export const meetsRegister = ({ type, institutionId, renewal, licenses }: Filing): boolean =>
  type === 'INITIAL' && institutionId === null && renewal === null && licenses === null;

/** Whether the applicant has something to say of it: what says nothing of others is asked nothing. */
export const asksForStatement = ({ account, homes }: Standing): boolean => account || homes.length > 0;

/** As it was said, for who reads it against another one. */
export function statementInWords({ relation, ground, explanation }: TakeoverStatement): string {
  const words = `${TAKEOVER_RELATION_LABELS[relation]}：${takeoverGround(relation, ground) ?? ground}`;
  return explanation === '' ? words : `${words}（${explanation}）`;
}

/** Said again in the same words of the same home, it is the same. */
export const saysTheSame = (a: TakeoverStatement | null, b: TakeoverStatement | null): boolean =>
  a === null || b === null
    ? a === b
    : a.relation === b.relation &&
      a.ground === b.ground &&
      a.explanation === b.explanation &&
      a.predecessorId === b.predecessorId;

/** What must be proved by a material of its own. */
export function claimsOf(standing: Standing, said: TakeoverStatement | null): TakeoverClaim[] {
  return [
    ...(standing.account ? (['ACCOUNT'] as const) : []),
    ...(said?.relation === 'SUCCESSOR' && standing.homes.length > 0 ? (['SUCCESSOR'] as const) : []),
  ];
}

/** What must be said before it is handed in, and is not: a word on a home in the house says nothing of the other account. */
export function unsaid(standing: Standing, said: TakeoverStatement | null): FieldError[] {
  if (!standing.account || said?.relation === 'SAME_PERSON') return [];
  const message =
    '名录中使用这个统一社会信用代码的机构由另一个账号办理，或者终止服务以前由它办理：请说明为什么由本账号办理，并上传授权委托书';
  return [{ pointer: '/takeover', code: 'REQUIRED', message }];
}

/**
 * Whether what was handed in neither says nor proves anything of the account that holds the code, which came to hold it afterwards: what was
 * handed in beside it claims that, with its reason and its letter (授权委托书).
 */
export const isUnexplained = (
  { account }: Pick<Standing, 'account'>,
  { claims }: Pick<Filing, 'claims'>,
): boolean => account && !claims.includes('ACCOUNT');

/**
 * The statement in the words in which it is kept: numbers of persons are masked in it, for it is not sealed.
 * @throws VALIDATION_FAILED at what is missing or does not belong together
 */
export function statementOf(
  said: Omit<TakeoverStatement, 'predecessorId'> & { readonly predecessorId?: string | undefined },
  { homes }: Standing,
): TakeoverStatement {
  const { relation, ground } = said;
  const explanation = said.explanation.trim();
  const [only, ...more] = homes;
  const chosen = homes.find(({ id }) => id === said.predecessorId) ?? (more.length === 0 ? only : undefined);
  const faults = [
    ...(takeoverGround(relation, ground) === undefined
      ? [fault('/ground', 'UNKNOWN_CHOICE', '请选择原因')]
      : []),
    ...(ground === 'OTHER' && !saysSomething(explanation)
      ? [fault('/explanation', 'REQUIRED', '请写明原因')]
      : []),
    ...(relation !== 'SAME_PERSON' && chosen === undefined
      ? [fault('/predecessorId', 'REQUIRED', '请选择名录中同一地址的机构')]
      : []),
  ];
  if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
  return {
    relation,
    ground,
    explanation: guarded(explanation) ?? '',
    predecessorId: relation === 'SAME_PERSON' ? null : (chosen?.id ?? null),
  };
}

const fault = (pointer: string, code: string, message: string): FieldError => ({ pointer, code, message });
