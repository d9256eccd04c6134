import { permissionsOf, type Caller, type JurisdictionRow, type Kind, type Role } from '@zhaoguan/contracts';
import { contradicts, failuresOf, type Finding, type Outcome } from '../src/domain/findings';
import { coversAll, requireDistricts, townshipsOfOthers } from '../src/domain/jurisdiction';
import { maySee, type Task } from '../src/domain/task';

const finding = (outcome: Outcome): Finding => ({
  id: 'f',
  itemId: 'i',
  itemCode: 'YL08',
  itemTitle: '疏散通道',
  legalBasis: [{ law: '《中华人民共和国消防法》', article: '第二十八条', binding: true }],
  severity: 'V',
  outcome,
  note: null,
  evidenceIds: [],
});

const caller = (role: Role, districts: readonly string[] = ['610116'], id = 'someone'): Caller => ({
  id,
  name: '示例·某',
  roles: [role],
  permissions: permissionsOf([role]),
  districts,
  departments: ['civil-affairs'],
  traceId: 't',
});

describe('the result wording of an inspection', () => {
  const NO_PROBLEM = { code: 'NO_PROBLEM', excludesOthers: true, requiresFollowUp: false };
  const PENDING = { code: 'PROBLEMS_PENDING', excludesOthers: false, requiresFollowUp: true };
  const ABSENT = { code: 'NOT_FOUND', excludesOthers: false, requiresFollowUp: true };
  const CLOSED = { code: 'CLOSED', excludesOthers: false, requiresFollowUp: false };

  it.each([
    ['PASS', NO_PROBLEM, false],
    ['PASS', PENDING, true],
    ['FAIL', NO_PROBLEM, true],
    ['FAIL', PENDING, false],
    ['FAIL', CLOSED, true],
    ['NOT_APPLICABLE', ABSENT, false],
    ['NOT_APPLICABLE', CLOSED, false],
    ['NOT_APPLICABLE', PENDING, true],
  ] as const)('with a finding %s and wording %j contradicts: %s', (outcome, wording, expected) => {
    expect(contradicts([finding('PASS'), finding(outcome)], wording)).toBe(expected);
  });

  it('carries what failed, with its law', () => {
    expect(failuresOf([finding('PASS'), finding('FAIL')])).toEqual([
      {
        findingId: 'f',
        itemId: 'i',
        itemCode: 'YL08',
        title: '疏散通道',
        severity: 'V',
        legalBasis: finding('FAIL').legalBasis,
      },
    ]);
  });
});

describe('who may see a task', () => {
  const task = (status: Task['status'], kind: Kind = 'ELDERLY_CARE') =>
    ({ status, kind, assignees: ['inspector-1', 'inspector-2'] }) as const;
  it.each([
    ['INSPECTOR', 'ASSIGNED', false],
    ['PLANNER', 'ASSIGNED', true],
    ['REVIEWER', 'ASSIGNED', true],
    ['CASE_OFFICER', 'IN_PROGRESS', false],
    ['CASE_OFFICER', 'SUBMITTED', true],
    ['OPERATOR', 'ASSIGNED', false],
    ['OPERATOR', 'CANCELLED', false],
    ['OPERATOR', 'IN_PROGRESS', true],
    ['OPERATOR', 'SUBMITTED', true],
  ] as const)('%s of a task that is %s: %s', (role, status, expected) => {
    expect(maySee(task(status), caller(role))).toBe(expected);
  });

  it.each([
    ['PLANNER', 'ASSIGNED', false],
    ['REVIEWER', 'SUBMITTED', false],
    ['CASE_OFFICER', 'SUBMITTED', true],
  ] as const)('%s of another department’s task that is %s: %s', (role, status, expected) => {
    expect(maySee(task(status, 'CHILDCARE'), caller(role))).toBe(expected);
  });

  it('is always a member of its team', () => {
    expect(maySee(task('ASSIGNED', 'CHILDCARE'), caller('INSPECTOR', ['610116'], 'inspector-2'))).toBe(true);
  });
});

describe('jurisdiction', () => {
  const row = (code: string, excludedTownships: string[], townships: string[] = []): JurisdictionRow => ({
    code,
    name: code,
    level: 'COUNTY',
    parent: null,
    policyArea: null,
    districts: townships.length > 0 ? [] : [code],
    townships,
    excludedTownships,
    validFrom: null,
    evidence: 'D',
    note: null,
  });
  const held = ['610116005', '610116006'];
  const rows = [row('610000', []), row('610100', held), row('610116', held), row('XX', [], held)];

  it('covers the whole country only for those responsible for it', () => {
    expect(coversAll(caller('PLANNER', ['610100']), ['610116', '610113'], rows)).toBe(true);
    expect(coversAll(caller('PLANNER', ['610100']), ['*'], rows)).toBe(false);
    expect(coversAll(caller('PLANNER', ['*']), ['*', '650203'], rows)).toBe(true);
  });

  it('leaves to a functional area the townships it holds', () => {
    expect(coversAll(caller('PLANNER', ['610116']), ['610116001'], rows)).toBe(true);
    expect(coversAll(caller('PLANNER', ['610116']), ['610116005'], rows)).toBe(false);
    expect(coversAll(caller('PLANNER', held), held, rows)).toBe(true);
    expect(coversAll(caller('PLANNER', held), ['610116'], rows)).toBe(false);
  });

  it.each([
    [['610116'], ['610116'], held],
    [['610100'], ['610100'], held],
    [['610000'], ['610000'], []],
    [['610000'], ['610116'], held],
    [['*'], ['610116', '610116005'], ['610116006']],
    [['610100'], ['610113'], []],
    [held, held, []],
  ])('a planner of %j who names %j draws from all but %j', (districts, named, expected) => {
    expect(townshipsOfOthers(caller('PLANNER', districts), named, rows)).toEqual(expected);
  });

  it('names each district outside', () => {
    const act = () => requireDistricts(caller('PLANNER'), ['610116', '610113'], rows, '/districts');
    expect(act).toThrow(
      expect.objectContaining({
        code: 'WRONG_DISTRICT',
        fields: [{ pointer: '/districts/1', code: 'WRONG_DISTRICT' }],
      }),
    );
  });
});
