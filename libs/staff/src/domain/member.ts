import {
  postsOf,
  refuse,
  type BackgroundResult,
  type CredentialType,
  type StaffPost,
  type StaffRequirementRow,
  type StaffSite,
} from '@zhaoguan/contracts';
import { addDays, addMonths, type PlainDate } from '@zhaoguan/kernel';

/** People in post in one institution, at most. */
export const MOST_STAFF = 2000;
/** Scans of one person. */
export const MOST_FILES = 100;

/** Terms (reference list `terms`) after which a credential of this type is to be renewed, whatever stands on it. */
export const VALIDITY_TERMS: Readonly<Partial<Record<CredentialType, string>>> = {
  HEALTH: 'STAFF_HEALTH_CERTIFICATE',
  BACKGROUND: 'STAFF_BACKGROUND_CHECK',
};

/** Somebody who works, or has worked, in an institution (从业人员). The name is personal data: sealed at rest. */
export interface StaffMember {
  readonly id: string;
  readonly institutionId: string;
  readonly name: string;
  readonly post: StaffPost;
  readonly employedOn: PlainDate;
  readonly leftOn: PlainDate | null;
  readonly version: number;
}

export type MemberFacts = Pick<StaffMember, 'name' | 'post' | 'employedOn'>;

/** What somebody has shown for the post. */
export interface Credential {
  readonly id: string;
  readonly memberId: string;
  readonly type: CredentialType;
  /** Code of the requirement that it is shown for; null where nothing asks for it. */
  readonly requirement: string | null;
  readonly title: string;
  readonly number: string | null;
  readonly issuedOn: PlainDate;
  /** Null where it is valid for good (长期). */
  readonly validUntil: PlainDate | null;
  readonly result: BackgroundResult | null;
  readonly fileId: string | null;
}

export type NewCredential = Omit<Credential, 'id' | 'memberId'>;

const wrongDay = (field: string, message: string) =>
  refuse('STAFF_DAY_WRONG', {}, [{ pointer: `/${field}`, code: 'STAFF_DAY_WRONG', message }]);

/** @throws POST_NOT_OF_KIND, STAFF_DAY_WRONG with the field */
export function assertMember(
  { post, employedOn }: MemberFacts,
  { on, ...site }: StaffSite & { readonly on: PlainDate },
): void {
  if (!postsOf(site).includes(post))
    throw refuse('POST_NOT_OF_KIND', {}, [{ pointer: '/post', code: 'POST_NOT_OF_KIND' }]);
  if (employedOn > on) throw wrongDay('employedOn', '入职日期不能晚于今天');
}

/** @throws STAFF_HAS_LEFT */
export function assertInPost({ leftOn }: StaffMember): void {
  if (leftOn !== null) throw refuse('STAFF_HAS_LEFT');
}

/** @throws STAFF_HAS_LEFT, STAFF_DAY_WRONG */
export function leave(member: StaffMember, leftOn: PlainDate, on: PlainDate): StaffMember {
  assertInPost(member);
  if (leftOn > on) throw wrongDay('leftOn', '离职日期不能晚于今天');
  if (leftOn < member.employedOn) throw wrongDay('leftOn', '离职日期不能早于入职日期');
  return { ...member, leftOn };
}

/** The last day on which what was given out on a day may stand, by the term of its type. */
export const longestOf = (issuedOn: PlainDate, months: number): PlainDate =>
  addDays(addMonths(issuedOn, months), -1);

/**
 * What is entered, with its last day: what stands on it, but never longer than the law lets it stand. Experience and background do not end.
 * @param months the statutory term of its type; null where there is none
 * @throws STAFF_DAY_WRONG with the field
 * @law 《托儿所幼儿园卫生保健管理办法》第十四条（每年一次健康检查）；未成年人保护法第六十二条（每年定期查询）
 */
export function credentialOf(input: NewCredential, months: number | null, on: PlainDate): NewCredential {
  const { issuedOn, validUntil } = input;
  if (issuedOn > on) throw wrongDay('issuedOn', '日期不能晚于今天');
  if (input.type === 'EXPERIENCE') return { ...input, validUntil: null };
  if (validUntil !== null && validUntil < issuedOn) throw wrongDay('validUntil', '有效期不能早于发证日期');
  if (months === null) return input;
  const longest = longestOf(issuedOn, months);
  return { ...input, validUntil: validUntil === null || validUntil > longest ? longest : validUntil };
}

/**
 * What is entered is asked of the post; of what may be one thing or another it names which.
 * @param asked what is asked of the post
 * @throws UNKNOWN_STAFF_REQUIREMENT, UNKNOWN_STAFF_ALTERNATIVE
 */
export function assertAsked(
  { type, requirement, title }: Pick<NewCredential, 'type' | 'requirement' | 'title'>,
  asked: readonly StaffRequirementRow[],
): void {
  if (requirement === null && type !== 'EXPERIENCE') return;
  const wanted = asked.find(({ code, credential }) => code === requirement && credential === type);
  if (!wanted) {
    const code = 'UNKNOWN_STAFF_REQUIREMENT';
    throw refuse(code, {}, [{ pointer: '/requirement', code }]);
  }
  const { alternatives = [] } = wanted;
  if (alternatives.length > 0 && !alternatives.includes(title)) {
    const code = 'UNKNOWN_STAFF_ALTERNATIVE';
    throw refuse(code, { alternatives: alternatives.join('、') }, [{ pointer: '/title', code }]);
  }
}

/** Credentials of one kind: what a newer one takes the place of. */
export const kindOfCredential = ({ type, requirement, title }: NewCredential): string =>
  type === 'HEALTH' || type === 'BACKGROUND' ? type : (requirement ?? `${type}:${title}`);

/** Of each kind the one that counts: issued last; of those of one day, entered last. */
export function inForce(credentials: readonly Credential[]): Credential[] {
  const newest = new Map<string, Credential>();
  const byDay = [...credentials].sort((a, b) =>
    a.issuedOn === b.issuedOn ? (a.id < b.id ? -1 : 1) : a.issuedOn < b.issuedOn ? -1 : 1,
  );
  for (const credential of byDay) newest.set(kindOfCredential(credential), credential);
  return [...newest.values()];
}
