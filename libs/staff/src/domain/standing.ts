import {
  isInForce,
  STAFF_STANDINGS,
  type StaffPost,
  type StaffRequirementRow,
  type StaffSite,
  type StaffStanding,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { inForce, type Credential, type StaffMember } from './member';

/** The day it is judged on, and until when a last day counts as near. */
export interface Judged {
  readonly on: PlainDate;
  readonly soonUntil: PlainDate;
}

/** One thing that is asked of a person, and how it stands. */
export interface RequirementStanding {
  readonly requirement: StaffRequirementRow;
  readonly standing: StaffStanding;
  /** Of what was shown; null where nothing was, or where it is valid for good. */
  readonly validUntil: PlainDate | null;
}

export interface MemberStanding {
  /** The gravest of its parts. */
  readonly standing: StaffStanding;
  readonly requirements: readonly RequirementStanding[];
}

/**
 * What is required for a post today. A 家庭托育点 is held to its own rows alone: those of 托育机构 ask for certificates that its
 * carers need not have.
 * @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）, 照护人员条件
 */
export function requirementsFor(
  rows: readonly StaffRequirementRow[],
  { kind, siteType, post, on }: StaffSite & { readonly post?: StaffPost; readonly on: PlainDate },
): StaffRequirementRow[] {
  return rows.filter(
    (row) =>
      row.kind === kind &&
      row.siteType === siteType &&
      isInForce(row, on) &&
      (post === undefined || row.posts.length === 0 || row.posts.includes(post)),
  );
}

/**
 * How a person stands. Whoever a check found barred must not work there, whatever else is in order.
 * @law 未成年人保护法第六十二条；人口与计划生育法第四十一条第二款
 */
export function standingOf(
  credentials: readonly Credential[],
  requirements: readonly StaffRequirementRow[],
  judged: Judged,
): MemberStanding {
  const counted = inForce(credentials);
  const parts = requirements.map((requirement) => partOf(counted, requirement, judged));
  const barred = counted.some(({ result }) => result === 'BARRED');
  const all: StaffStanding[] = [...parts.map(({ standing }) => standing), barred ? 'BARRED' : 'VALID'];
  return { standing: gravest(all), requirements: parts };
}

function partOf(
  counted: readonly Credential[],
  requirement: StaffRequirementRow,
  judged: Judged,
): RequirementStanding {
  const shown = counted.find((credential) => meets(credential, requirement));
  if (!shown) return { requirement, standing: 'MISSING', validUntil: null };
  // Experience and background do not end, also where a certificate that has ended shows them.
  if (requirement.credential === 'EXPERIENCE') return { requirement, standing: 'VALID', validUntil: null };
  const { validUntil } = shown;
  return { requirement, standing: standingOfCredential(shown, judged), validUntil };
}

export function standingOfCredential(
  { validUntil, result }: Credential,
  { on, soonUntil }: Judged,
): StaffStanding {
  if (result === 'BARRED') return 'BARRED';
  if (validUntil === null) return 'VALID';
  if (validUntil < on) return 'EXPIRED';
  return validUntil <= soonUntil ? 'EXPIRING' : 'VALID';
}

/** Whether it was entered for what is asked. */
export function isShownFor(credential: Credential, { code, credential: type }: StaffRequirementRow): boolean {
  return type === 'HEALTH' || type === 'BACKGROUND'
    ? credential.type === type
    : credential.requirement === code;
}

/** Whether it is what is asked, or shows it too. */
const meets = (credential: Credential, requirement: StaffRequirementRow): boolean =>
  isShownFor(credential, requirement) ||
  (credential.requirement !== null && requirement.alsoMetBy?.includes(credential.requirement) === true);

const gravest = (standings: readonly StaffStanding[]): StaffStanding =>
  STAFF_STANDINGS.find((each) => standings.includes(each)) ?? 'VALID';

/** How many stand how, of everybody in post. */
export interface Coverage {
  readonly employed: number;
  readonly byStanding: Readonly<Record<StaffStanding, number>>;
  readonly byPost: ReadonlyMap<StaffPost, number>;
  readonly byRequirement: readonly {
    readonly requirement: StaffRequirementRow;
    readonly byStanding: Readonly<Record<StaffStanding, number>>;
  }[];
}

/** @param judged those in post, each with how they stand */
export function coverageOf(
  judged: readonly { readonly member: Pick<StaffMember, 'post'>; readonly standing: MemberStanding }[],
): Coverage {
  const byPost = new Map<StaffPost, number>();
  for (const { member } of judged) byPost.set(member.post, (byPost.get(member.post) ?? 0) + 1);
  const parts = judged.flatMap(({ standing }) => standing.requirements);
  const asked = new Map(parts.map(({ requirement }) => [requirement.code, requirement]));
  return {
    employed: judged.length,
    byStanding: count(judged.map(({ standing }) => standing.standing)),
    byPost,
    byRequirement: [...asked.values()].map((requirement) => ({
      requirement,
      byStanding: count(
        parts.filter((part) => part.requirement.code === requirement.code).map(({ standing }) => standing),
      ),
    })),
  };
}

function count(standings: readonly StaffStanding[]): Record<StaffStanding, number> {
  const of = (wanted: StaffStanding): number => standings.filter((each) => each === wanted).length;
  return {
    BARRED: of('BARRED'),
    EXPIRED: of('EXPIRED'),
    MISSING: of('MISSING'),
    EXPIRING: of('EXPIRING'),
    VALID: of('VALID'),
  };
}
