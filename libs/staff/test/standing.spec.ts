import { postsOf, type StaffRequirementRow } from '@zhaoguan/contracts';
import { DomainError, plainDate } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { assertMember, credentialOf, inForce, leave, type Credential } from '../src/domain/member';
import { coverageOf, requirementsFor, standingOf } from '../src/domain/standing';

const day = plainDate;
const judged = { on: day('2026-11-27'), soonUntil: day('2026-12-27') };
const row = (change: Partial<StaffRequirementRow>): StaffRequirementRow => ({
  code: 'TY_HEALTH',
  kind: 'CHILDCARE',
  siteType: null,
  posts: [],
  credential: 'HEALTH',
  label: '健康合格证明',
  effectiveFrom: day('2010-11-01'),
  effectiveTo: null,
  basis: { law: '《示例办法》', article: null },
  evidence: 'D',
  note: null,
  ...change,
});
const health = row({});
const training = row({ code: 'TY_HEAD_TRAINING', credential: 'TRAINING', posts: ['HEAD'] });
const check = row({ code: 'TY_BACKGROUND', credential: 'BACKGROUND' });
const shown = (change: Partial<Credential>): Credential => ({
  id: '1',
  memberId: 'm',
  type: 'HEALTH',
  requirement: null,
  title: '健康合格证明',
  number: null,
  issuedOn: day('2026-01-10'),
  validUntil: day('2027-01-09'),
  result: null,
  fileId: null,
  ...change,
});
const YL = { kind: 'ELDERLY_CARE', siteType: null } as const;
const TY = { kind: 'CHILDCARE', siteType: null } as const;
const codeOf = (act: () => unknown): string => {
  try {
    act();
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
  return 'nothing was refused';
};

describe('what somebody has to show', () => {
  it('is asked by kind, post and day', () => {
    const rows = [
      health,
      training,
      row({ code: 'YL', kind: 'ELDERLY_CARE' }),
      row({ effectiveTo: day('2020-01-01') }),
    ];
    const codes = (post: 'HEAD' | 'COOK'): string[] =>
      requirementsFor(rows, { ...TY, post, on: judged.on }).map(({ code }) => code);
    expect(codes('HEAD')).toEqual(['TY_HEALTH', 'TY_HEAD_TRAINING']);
    expect(codes('COOK')).toEqual(['TY_HEALTH']);
  });

  it.each([
    ['2026-11-26', 'EXPIRED'],
    ['2026-11-27', 'EXPIRING'],
    ['2026-12-27', 'EXPIRING'],
    ['2026-12-28', 'VALID'],
    [null, 'VALID'],
  ])('with a last day of %s stands as %s', (until, standing) => {
    const validUntil = until === null ? null : day(until);
    expect(standingOf([shown({ validUntil })], [health], judged).standing).toBe(standing);
  });

  it('is missing when nothing, or only something else of its type, was shown', () => {
    const other = shown({ type: 'TRAINING', title: '消防培训', validUntil: null });
    expect(standingOf([other], [training], judged).standing).toBe('MISSING');
    const right = { ...other, requirement: 'TY_HEAD_TRAINING' };
    expect(standingOf([right], [training], judged).standing).toBe('VALID');
  });

  it('is nothing that helps whom the last check found barred; an earlier one counts no more', () => {
    const barred = shown({
      id: '3',
      type: 'BACKGROUND',
      result: 'BARRED',
      issuedOn: day('2026-11-01'),
      validUntil: null,
    });
    const clear = { ...barred, id: '4', result: 'CLEAR' as const };
    expect(standingOf([shown({}), barred], [health], judged).standing).toBe('BARRED');
    expect(standingOf([barred, { ...clear, issuedOn: day('2026-10-01') }], [check], judged).standing).toBe(
      'BARRED',
    );
    expect(standingOf([barred, clear], [check], judged).standing).toBe('VALID');
  });

  it('counts the newest of each kind, in whatever order they were entered', () => {
    const days = fc.integer({ min: 1, max: 28 }).map((d) => day(`2026-06-${String(d).padStart(2, '0')}`));
    fc.assert(
      fc.property(fc.array(days, { minLength: 1, maxLength: 8 }), (issued) => {
        const all = issued.map((issuedOn, i) => shown({ id: String(i), issuedOn }));
        const [counted, ...more] = inForce(all);
        expect(more).toEqual([]);
        expect(counted?.issuedOn).toBe([...issued].sort().at(-1));
        expect(inForce([...all].reverse())).toEqual([counted]);
      }),
    );
  });

  it('sums up to everybody in post', () => {
    const standings = [[shown({})], [], [shown({ validUntil: day('2026-01-31') })]].map((each) =>
      standingOf(each, [health], judged),
    );
    const sum = coverageOf(standings.map((standing) => ({ member: { post: 'COOK' as const }, standing })));
    expect(sum).toMatchObject({
      employed: 3,
      byStanding: { VALID: 1, MISSING: 1, EXPIRED: 1, BARRED: 0, EXPIRING: 0 },
    });
    expect(sum.byRequirement.map(({ byStanding }) => byStanding.VALID)).toEqual([1]);
    expect([...sum.byPost]).toEqual([['COOK', 3]]);
  });
});

describe('what is entered', () => {
  const on = judged.on;

  it('is valid for its term at most, and for less when it says so', () => {
    const until = (validUntil: string | null, months: number | null) =>
      credentialOf(shown({ validUntil: validUntil === null ? null : day(validUntil) }), months, on)
        .validUntil;
    expect(until(null, 12)).toBe('2027-01-09');
    expect(until('2029-01-09', 12)).toBe('2027-01-09');
    expect(until('2026-07-09', 12)).toBe('2026-07-09');
    expect(until(null, null)).toBeNull();
  });

  it.each([
    [{ issuedOn: day('2026-11-28') }, 'STAFF_DAY_WRONG'],
    [{ validUntil: day('2026-01-09') }, 'STAFF_DAY_WRONG'],
    [{ issuedOn: on, validUntil: on }, 'nothing was refused'],
  ])('%j: %s', (change, code) => {
    expect(codeOf(() => credentialOf(shown(change), null, on))).toBe(code);
  });

  it('names a post of the kind and days that have come', () => {
    const facts = { name: '示例', post: 'CHILD_CARER' as const, employedOn: on };
    expect(codeOf(() => assertMember(facts, { ...YL, on }))).toBe('POST_NOT_OF_KIND');
    expect(codeOf(() => assertMember(facts, { ...TY, on }))).toBe('nothing was refused');
    const tomorrow = { ...facts, employedOn: day('2026-11-28') };
    expect(codeOf(() => assertMember(tomorrow, { ...TY, on }))).toBe('STAFF_DAY_WRONG');
    expect(postsOf(YL)).not.toContain('HEALTH_WORKER');
  });

  it('ends with a departure, which is not undone', () => {
    const member = {
      id: 'm',
      institutionId: 'i',
      name: '示例',
      post: 'COOK' as const,
      employedOn: day('2026-03-01'),
      leftOn: null,
      version: 1,
    };
    expect(codeOf(() => leave(member, day('2026-02-28'), on))).toBe('STAFF_DAY_WRONG');
    expect(codeOf(() => leave(member, day('2026-11-28'), on))).toBe('STAFF_DAY_WRONG');
    const left = leave(member, on, on);
    expect(codeOf(() => leave(left, on, on))).toBe('STAFF_HAS_LEFT');
  });
});
