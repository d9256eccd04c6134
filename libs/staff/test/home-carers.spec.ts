import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  CREDENTIAL_TYPES,
  parseStaffRequirements,
  postsOf,
  STAFF_POSTS,
  type CredentialType,
} from '@zhaoguan/contracts';
import { DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { heldBy } from '../src/domain/expiry';
import { assertAsked, assertMember, credentialOf, type Credential } from '../src/domain/member';
import { requirementsFor, standingOf } from '../src/domain/standing';

const { items } = parseStaffRequirements(
  JSON.parse(readFileSync(join(__dirname, '../../../seeds/reference/staff-requirements.json'), 'utf8')),
);
const on = plainDate('2026-11-27');
const judged = { on, soonUntil: plainDate('2026-12-27') };
const HOME = { kind: 'CHILDCARE', siteType: 'HOME' } as const;
const EITHER = ['婴幼儿照护经验', '相关专业背景'];
const asked = requirementsFor(items, { ...HOME, post: 'CHILD_CARER', on });

const shown = (
  type: CredentialType,
  requirement: string | null,
  change: Partial<Credential> = {},
): Credential => ({
  id: `${type}/${requirement}`,
  memberId: 'm',
  type,
  requirement,
  title: '示例',
  number: null,
  issuedOn: plainDate('2026-06-01'),
  validUntil: null,
  result: type === 'BACKGROUND' ? 'CLEAR' : null,
  fileId: null,
  ...change,
});
const EVERYTHING: readonly Credential[] = [
  shown('HEALTH', null),
  shown('BACKGROUND', null),
  shown('TRAINING', 'JT_CARER_TRAINING'),
  ...EITHER.map((title) => shown('EXPERIENCE', 'JT_CARER_EXPERIENCE', { id: title, title })),
  shown('PROFESSIONAL', 'TY_CARER_CERTIFICATE', { validUntil: plainDate('2026-07-01') }),
  shown('TRAINING', 'TY_CARER_TRAINING'),
  shown('PROFESSIONAL', null, { title: '保育师职业技能等级证书' }),
];
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing was refused';
};

/** @law 家庭托育点管理办法（试行）（国卫人口发〔2023〕28号）, 照护人员条件 */
describe('a carer of a 家庭托育点', () => {
  it('is fit exactly with health, a clear check, the training, and experience or background, whatever else is shown', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...EVERYTHING]), (some) => {
        const has = (test: (each: Credential) => boolean): boolean => some.some(test);
        const fit =
          has(({ type }) => type === 'HEALTH') &&
          has(({ type }) => type === 'BACKGROUND') &&
          has(({ requirement }) => requirement === 'JT_CARER_TRAINING') &&
          has(({ type, requirement }) => type === 'EXPERIENCE' || requirement === 'TY_CARER_CERTIFICATE');
        expect(standingOf(some, asked, judged).standing).toBe(fit ? 'VALID' : 'MISSING');
      }),
    );
  });

  it('is never asked for what 托育机构 are asked for, and the other way round', () => {
    fc.assert(
      fc.property(fc.constantFrom(...STAFF_POSTS), (post) => {
        const codes = (siteType: 'HOME' | null): string[] =>
          requirementsFor(items, { kind: 'CHILDCARE', siteType, post, on }).map(({ code }) => code);
        expect(codes('HOME').every((code) => code.startsWith('JT_'))).toBe(true);
        expect(codes(null).every((code) => code.startsWith('TY_'))).toBe(true);
      }),
    );
  });

  it('has experience for good: no day of it is watched, also where a certificate that has ended shows it', () => {
    const entered = credentialOf(
      shown('EXPERIENCE', 'JT_CARER_EXPERIENCE', { validUntil: plainDate('2027-01-01') }),
      null,
      on,
    );
    expect(entered.validUntil).toBeNull();
    const either = asked.filter(({ credential }) => credential === 'EXPERIENCE');
    const standing = standingOf(
      EVERYTHING.filter(({ requirement }) => requirement === 'TY_CARER_CERTIFICATE'),
      either,
      judged,
    );
    expect(standing).toMatchObject({ standing: 'VALID', requirements: [{ validUntil: null }] });
    expect(heldBy('m', standing)).toEqual([]);
  });

  it('is entered with one of the two, for what asks for it alone', () => {
    const enter = (title: string, requirement: string | null = 'JT_CARER_EXPERIENCE') =>
      codeOf(() => assertAsked({ type: 'EXPERIENCE', requirement, title }, asked));
    for (const title of EITHER) expect(enter(title)).toBe('nothing was refused');
    expect(enter('热心')).toBe('UNKNOWN_STAFF_ALTERNATIVE');
    expect(enter('婴幼儿照护经验', null)).toBe('UNKNOWN_STAFF_REQUIREMENT');
    const certificate = {
      type: 'PROFESSIONAL',
      requirement: 'TY_CARER_CERTIFICATE',
      title: '保育师',
    } as const;
    expect(codeOf(() => assertAsked(certificate, asked))).toBe('UNKNOWN_STAFF_REQUIREMENT');
    for (const type of CREDENTIAL_TYPES.filter((each) => each !== 'EXPERIENCE'))
      expect(codeOf(() => assertAsked({ type, requirement: null, title: '其他' }, asked))).toBe(
        'nothing was refused',
      );
  });

  it('and who runs the place are its posts; it has no guard and no cook', () => {
    const facts = { name: '示例', employedOn: on };
    for (const post of STAFF_POSTS)
      expect(codeOf(() => assertMember({ ...facts, post }, { ...HOME, on }))).toBe(
        postsOf(HOME).includes(post) ? 'nothing was refused' : 'POST_NOT_OF_KIND',
      );
    expect(postsOf(HOME)).toEqual(['HEAD', 'CHILD_CARER', 'OTHER']);
    expect(requirementsFor(items, { ...HOME, post: 'HEAD', on }).map(({ code }) => code)).toEqual([
      'JT_BACKGROUND',
    ]);
  });
});
