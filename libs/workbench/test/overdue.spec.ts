import { readFileSync } from 'node:fs';
import { parseTerms, PERMISSIONS, WORK_ITEM_TYPES, type Caller, type Permission } from '@zhaoguan/contracts';
import { addDays, plainDate, workingDaysBetween } from '@zhaoguan/kernel';
import fc from 'fast-check';
import {
  above,
  actsOn,
  bandEdges,
  daysOverdue,
  firstPlaceOf,
  goesUpOn,
  isReadOnCase,
  isToBeRaised,
  NOT_OF_OFFICES,
  raisedInWords,
  raisedToInWords,
  shownLevel,
  titleOf,
  type Overdue,
} from '../src/domain/overdue';

const calendar = { years: [2026], holidays: new Set(['2026-10-01']), workdays: new Set(['2026-10-10']) };
const terms = parseTerms(JSON.parse(readFileSync('seeds/reference/terms.json', 'utf8'))).items;
const on = (date: string) => ({ date: plainDate(date), calendar });
const districts = new Map([
  ['610116', { parent: '610100' }],
  ['610100', { parent: '610000' }],
  ['610000', { parent: null }],
]);
const late: Overdue = {
  id: 'late',
  type: 'FILING_TO_DECIDE',
  subjectType: 'filing',
  subjectId: 'filing',
  dueOn: plainDate('2026-11-20'),
  title: '示例·甲院',
  district: '610116',
  township: null,
  department: 'civil-affairs',
  permission: 'filing.accept',
  assignees: [],
  concerned: ['applicant'],
  level: 'FIRST',
  place: '610116',
  lacking: null,
  status: 'RAISED',
  raisedAt: new Date(0),
  endedAt: null,
  version: 1,
};
const official = (given: Partial<Caller> & { can?: Permission[] }): Caller => ({
  id: 'somebody',
  name: '示例·某某',
  roles: [],
  permissions: new Set(given.can ?? ['overdue.supervise']),
  districts: ['610116'],
  departments: ['civil-affairs'],
  traceId: 'test',
  ...given,
});

describe('when an item goes up', () => {
  const levels = (date: string, district = '610116') =>
    (['FIRST', 'SECOND'] as const).filter((level) =>
      isToBeRaised({ ...late, district }, level, on(date), terms),
    );

  it('is one working day after the last day, and five for the level above', () => {
    // Friday, 20 November.
    expect(levels('2026-11-20')).toEqual([]);
    expect(levels('2026-11-22')).toEqual([]);
    expect(levels('2026-11-23')).toEqual(['FIRST']);
    expect(levels('2026-11-26')).toEqual(['FIRST']);
    expect(levels('2026-11-27')).toEqual(['FIRST', 'SECOND']);
  });

  it('is known beforehand, while it goes anywhere', () => {
    const next = (given: Partial<Overdue>, date = '2026-11-23') =>
      goesUpOn({ ...late, ...given }, on(date), terms, districts);
    expect(next({})).toBe('2026-11-27');
    expect(levels('2026-11-27')).toContain('SECOND');
    expect(next({}, '2026-11-27')).toBeNull();
    expect(next({ status: 'URGED' })).toBe('2026-11-27');
    for (const given of [
      { status: 'ENDED' },
      { level: 'SECOND', place: '610100' },
      { lacking: 'ABOVE' },
      { place: '610000' },
    ] as const)
      expect(next(given)).toBeNull();
  });

  it('is set by place, kind and date', () => {
    const nationwide = terms.find(({ code }) => code === 'ESCALATION_FIRST')!;
    const own = [
      ...terms,
      { ...nationwide, jurisdiction: '610116', kind: 'ELDERLY_CARE' as const, value: 3 },
    ];
    const raised = (department: string) =>
      isToBeRaised({ ...late, department }, 'FIRST', on('2026-11-24'), own);
    expect([raised('civil-affairs'), raised('health')]).toEqual([false, true]);
  });

  it('never comes before a working day has passed, and stays so once it has come', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.nat(40), (start, days) => {
        const dueOn = addDays(plainDate('2026-03-01'), start);
        const date = addDays(dueOn, days);
        const goes = isToBeRaised({ ...late, dueOn }, 'FIRST', { date, calendar }, terms);
        expect(goes).toBe(days > 0 && workingDaysBetween(dueOn, date, calendar) >= 1);
        if (goes)
          expect(isToBeRaised({ ...late, dueOn }, 'FIRST', { date: addDays(date, 1), calendar }, terms)).toBe(
            true,
          );
      }),
    );
  });
});

describe('where it goes', () => {
  it('is the office itself first, and the level above for what waits for those who supervise', () => {
    expect(firstPlaceOf(late, districts)).toBe('610116');
    expect(firstPlaceOf({ ...late, permission: 'result.publish' }, districts)).toBe('610100');
  });

  it('is the division above, until there is none', () => {
    expect([above('610116', districts), above('610100', districts), above('610000', districts)]).toEqual([
      '610100',
      '610000',
      undefined,
    ]);
  });
});

describe('how it is said where it went', () => {
  const own = { ...late, permission: 'result.publish', place: '610100' } as const;
  const up = { ...late, level: 'SECOND', place: '610100' } as const;
  const said = (overdue: Overdue) => raisedToInWords(overdue, '西安市民政局');

  it('names the head of the office, or the authority above and why it is not the head’s', () => {
    expect([said(late), said(up), said(own)]).toEqual([
      '已报本级负责人',
      '已报上级：西安市民政局',
      '已报上级：西安市民政局（本级负责人是承办人，由上级督办）',
    ]);
    expect([late, up, own].map(shownLevel)).toEqual(['FIRST', 'SECOND', 'SECOND']);
  });

  it('says that nobody is there above, or at all', () => {
    expect(said({ ...late, lacking: 'ABOVE' })).toBe(
      '由本级负责人督办（上级部门在本平台没有可以督办的人员，需要上级知道的，请以其他方式报告）',
    );
    expect(said({ ...late, lacking: 'ALL' })).toBe(
      '没有可以督办的人员（本级和上级部门在本平台都没有，请以其他方式报告上级）',
    );
  });

  it.each([
    ['to nobody', { ...late, lacking: 'ALL' }, [], '列入超期督办'],
    ['before it stayed', late, [{ action: 'keep', level: 'FIRST' }], '列入超期督办'],
    ['to the head', late, [], '报负责人督办'],
    ['to the head before it went up', up, [{ action: 'raiseFurther', level: 'SECOND' }], '报负责人督办'],
    ['past the head whose work it is', own, [], '报上级督办（本级负责人是承办人）'],
    ['past an office without a head', up, [], '报上级督办（本级没有可以督办的负责人）'],
    [
      'past an office without a head, and urged',
      up,
      [{ action: 'urge', level: 'SECOND' }],
      '报上级督办（本级没有可以督办的负责人）',
    ],
    ['no higher where there is nothing above', { ...own, place: own.district }, [], '报负责人督办'],
  ] as const)('was raised %s', (_, overdue, steps, label) => {
    expect(raisedInWords(overdue, steps).label).toBe(label);
  });
});

describe('what somebody may do', () => {
  it.each([
    ['the head of the office', official({}), late, ['urge']],
    ['the head of another department', official({ departments: ['health'] }), late, []],
    ['the head elsewhere', official({ districts: ['610113'] }), late, []],
    ['the city, over the head', official({ districts: ['610100'] }), late, ['urge']],
    ['the head, once it is the city’s', official({}), { ...late, level: 'SECOND', place: '610100' }, []],
    [
      'the city, once it is theirs',
      official({ districts: ['610100'] }),
      { ...late, place: '610100' },
      ['urge'],
    ],
    ['the applicant who became head', official({ id: 'applicant' }), late, []],
    ['the head, when it has ended', official({}), { ...late, status: 'ENDED' }, []],
    ['a registrar of the office', official({ can: ['overdue.explain', 'filing.accept'] }), late, ['explain']],
    ['an inspector of the office', official({ can: ['overdue.explain', 'task.inspect'] }), late, []],
    [
      'a registrar whose case it is not',
      official({ can: ['overdue.explain', 'filing.accept'] }),
      { ...late, assignees: ['another'] },
      [],
    ],
  ] as const)('of %s', (_, caller, overdue, acts) => {
    expect(actsOn(overdue as Overdue, caller, [])).toEqual(acts);
  });
});

describe('what is not raised', () => {
  it('are the last days of applicants and parties, each a type of work item', () => {
    for (const type of NOT_OF_OFFICES) expect(WORK_ITEM_TYPES).toContain(type);
    expect(Object.keys(PERMISSIONS)).toEqual(
      expect.arrayContaining(['overdue.supervise', 'overdue.explain']),
    );
  });

  it('is whom an inspection that has not begun is going to', () => {
    const item = { ...late, detail: '2026年抽查', since: new Date(0) };
    expect(titleOf({ ...item, type: 'INSPECTION_TO_START' })).toBe('2026年抽查');
    expect(titleOf({ ...item, type: 'INSPECTOR_TO_REPLACE' })).toBe('待替补检查人员');
    expect(titleOf(item)).toBe('示例·甲院');
  });
});

describe('how late', () => {
  it('is counted in working days, one at least', () => {
    expect(daysOverdue(late, on('2026-11-21'))).toBe(1);
    expect(daysOverdue(late, on('2026-11-30'))).toBe(6);
  });

  it('is cut at five and fifteen working days', () => {
    fc.assert(
      fc.property(fc.nat(200), fc.integer({ min: 1, max: 40 }), (start, days) => {
        const date = addDays(plainDate('2026-03-01'), start);
        const dueOn = addDays(date, -days);
        const { five, fifteen } = bandEdges({ date, calendar });
        const count = daysOverdue({ dueOn }, { date, calendar });
        expect([dueOn >= five, dueOn >= fifteen]).toEqual([count <= 5, count <= 15]);
      }),
    );
  });
});

describe('on the page of a case', () => {
  const reads = (given: Parameters<typeof official>[0], overdue: Partial<Overdue> = {}) =>
    isReadOnCase(official(given), { ...late, assignees: ['colleague'], ...overdue }, []);
  const handles: Permission[] = ['overdue.explain', 'filing.accept'];

  it('is read by the office, whoever conducts it, and by who stands above', () => {
    expect(reads({ can: handles })).toBe(true);
    expect(reads({ can: ['overdue.supervise'] }, { place: '610100' })).toBe(true);
    expect(reads({ can: ['overdue.supervise'], districts: ['610100'] })).toBe(true);
  });

  it('is not read by another role, department or place', () => {
    expect(reads({ can: ['overdue.explain', 'task.inspect'] })).toBe(false);
    expect(reads({ can: ['filing.accept'] })).toBe(false);
    for (const can of [handles, ['overdue.supervise'] as Permission[]]) {
      expect(reads({ can, departments: ['health'] })).toBe(false);
      expect(reads({ can, districts: ['610113'] })).toBe(false);
    }
  });
});
