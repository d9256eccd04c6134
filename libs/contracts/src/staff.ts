import { isNameOfPerson } from '@zhaoguan/kernel';
import type { Kind } from './kinds';

/** Of which site the staff is: a 家庭托育点 has posts and rules of its own. */
export interface StaffSite {
  readonly kind: Kind;
  readonly siteType: 'HOME' | null;
}

/** What somebody does in an institution (岗位). */
export const STAFF_POST_LABELS = {
  HEAD: '负责人',
  ELDERLY_CARER: '养老护理员',
  CHILD_CARER: '保育人员',
  HEALTH_WORKER: '卫生保健人员',
  MEDIC: '医护人员',
  COOK: '炊事人员',
  GUARD: '保安人员',
  OTHER: '其他人员',
} as const;
export type StaffPost = keyof typeof STAFF_POST_LABELS;
export const STAFF_POSTS = Object.keys(STAFF_POST_LABELS) as StaffPost[];

/** Posts that only one kind of institution has. */
const POSTS_OF_ONE_KIND: Readonly<Partial<Record<StaffPost, Kind>>> = {
  ELDERLY_CARER: 'ELDERLY_CARE',
  CHILD_CARER: 'CHILDCARE',
  HEALTH_WORKER: 'CHILDCARE',
};

/** What the posts of a 家庭托育点 are called there; it has no others but 其他人员. @law 家庭托育点管理办法（试行）: 举办者、照护人员 */
const HOME_POST_LABELS: Readonly<Partial<Record<StaffPost, string>>> = {
  HEAD: '举办者',
  CHILD_CARER: '照护人员',
  OTHER: STAFF_POST_LABELS.OTHER,
};

export const postsOf = ({ kind, siteType }: StaffSite): StaffPost[] =>
  STAFF_POSTS.filter((post) => (POSTS_OF_ONE_KIND[post] ?? kind) === kind).filter(
    (post) => siteType !== 'HOME' || HOME_POST_LABELS[post] !== undefined,
  );

/** 保育人员, in a 家庭托育点 照护人员. */
export const postInWords = (post: StaffPost, siteType: StaffSite['siteType']): string =>
  (siteType === 'HOME' ? HOME_POST_LABELS[post] : undefined) ?? STAFF_POST_LABELS[post];

/**
 * That somebody in post was entered with a post that their site does not have: before a 家庭托育点 was judged by its own measure, or while it
 * was a 托育机构. Nothing is asked of such a post, so it looks in order. Null where it is one of its posts.
 * @law 家庭托育点管理办法（试行）: 举办者、照护人员
 */
export function strangePostInWords(post: StaffPost, site: StaffSite, mayKeep: boolean): string | null {
  if (site.siteType !== 'HOME' || postsOf(site).includes(post)) return null;
  const strange = `家庭托育点没有“${STAFF_POST_LABELS[post]}”这个岗位`;
  if (!mayKeep) return `${strange}，应当由机构更正为“照护人员”或者“其他人员”`;
  return `${strange}，请更正登记：照护婴幼儿的选“照护人员”，不照护的选“其他人员”`;
}

/** What somebody has to show for the post (证件和记录). */
export const CREDENTIAL_TYPE_LABELS = {
  PROFESSIONAL: '专业资格证明',
  HEALTH: '健康合格证明',
  BACKGROUND: '从业背景查询',
  TRAINING: '培训合格记录',
  EXPERIENCE: '照护经验或者专业背景',
} as const;
export type CredentialType = keyof typeof CREDENTIAL_TYPE_LABELS;
export const CREDENTIAL_TYPES = Object.keys(CREDENTIAL_TYPE_LABELS) as CredentialType[];

/** What a background check (从业背景查询) said, as far as an institution may keep it. */
export const BACKGROUND_RESULT_LABELS = {
  CLEAR: '无禁止从业情形',
  BARRED: '有禁止从业情形',
} as const;
export type BackgroundResult = keyof typeof BACKGROUND_RESULT_LABELS;
export const BACKGROUND_RESULTS = Object.keys(BACKGROUND_RESULT_LABELS) as BackgroundResult[];

/** How what is required of a person stands, the gravest first. */
export const STAFF_STANDING_LABELS = {
  BARRED: '不得从业',
  EXPIRED: '已过期',
  MISSING: '缺少',
  EXPIRING: '即将到期',
  VALID: '齐全有效',
} as const;
export type StaffStanding = keyof typeof STAFF_STANDING_LABELS;
export const STAFF_STANDINGS = Object.keys(STAFF_STANDING_LABELS) as StaffStanding[];

/** Behind the name of two people of one name who began on one day: `张某（厨房）`. */
const APART = /[（(][^（()）]{1,20}[)）]$/u;

/** Whether somebody is entered in the register of staff by a name, as it stands in an identity document. */
export const isStaffName = (name: string): boolean => isNameOfPerson(name.trim().replace(APART, ''));
/** Numbers come out masked (`****0042`): sent back, a mask would take the place of the number. */
export const UNMASKED = /^[^*＊]*$/u;
export const MASKED_NUMBER = '编号不能含有“*”：请填写证件上的完整编号';
export const STAFF_NAME_WRONG =
  '姓名按身份证件用汉字填写，间隔点写“·”；外国人可以用字母。不能有数字或者其他符号';
