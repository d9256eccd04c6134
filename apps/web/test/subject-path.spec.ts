import { SUBJECT_TYPES, type Role } from '@zhaoguan/contracts';
import { wantedAccount } from '../src/features/access/wanted-account';
import { noticePath, pathOf, toldOfPage, workPath } from '../src/features/workbench/subject-path';

const as = (...roles: Role[]) => ({ roles });

describe('the page of a subject', () => {
  it('is a page for every kind of subject', () => {
    for (const type of SUBJECT_TYPES) expect(pathOf({ type, id: 'x' }, as('REVIEWER'))).toMatch(/^\/[a-z]/);
  });

  it('is where a case is opened, for findings that wait for one', () => {
    const subject = { type: 'inspection-result', id: 'r' } as const;
    const to = (type: 'FINDINGS_TO_TAKE_UP' | 'INSPECTION_SUBMITTED') =>
      noticePath({ type, subject }, as('CASE_OFFICER'));
    expect(to('FINDINGS_TO_TAKE_UP')).toBe('/cases/new?result=r');
    expect(to('INSPECTION_SUBMITTED')).toBe('/results/r');
  });

  it('is the operator’s own side of an inspection or a case', () => {
    expect(pathOf({ type: 'penalty-case', id: 'c' }, as('OPERATOR'))).toBe('/my/cases/c');
    expect(pathOf({ type: 'penalty-case', id: 'c' }, as('CASE_OFFICER'))).toBe('/cases/c');
    expect(pathOf({ type: 'inspection-task', id: 't' }, as('OPERATOR'))).toBe('/my/inspections/t');
    expect(pathOf({ type: 'filing', id: 'f' }, as('OPERATOR'))).toBe('/filings/f');
  });
});

describe('an office that has nobody', () => {
  it('leads to an account with the post, the place and the department that it is without', () => {
    const subject = { type: 'office', id: 'o' } as const;
    const item = { type: 'OFFICE_TO_STAFF', subject, title: '卫生健康部门', district: '610116' } as const;
    const user = { id: 'a', name: '示例·郑管理', ...as('ADMINISTRATOR') } as never;
    const path = workPath(item, user);
    expect(path).toMatch(/^\/people\/new\?/);
    expect(wantedAccount(new URL(path, 'http://x').searchParams)).toEqual({
      roles: ['REGISTRAR'],
      districts: ['610116'],
      departments: ['health'],
    });
  });

  it('leaves to be chosen what the address does not name', () => {
    expect(wantedAccount(new URLSearchParams('role=KING&district=*&department=none'))).toEqual({});
  });
});

describe('what was told of the matter on a page', () => {
  const about = (id: number, type: 'filing' | 'inspection-task', subjectId: string) => ({
    id,
    type: 'TERM_NEAR' as const,
    subject: { type, id: subjectId },
  });
  const told = [about(1, 'filing', 'f'), about(2, 'filing', 'g'), about(3, 'inspection-task', 'f')];
  const idsOn = (pathname: string, role: Role) =>
    toldOfPage(
      pathname,
      [
        ...told,
        { id: 4, type: 'TERM_OVERDUE' as const, subject: null },
        { id: 5, type: 'TASKS_ASSIGNED' as const, subject: null },
      ],
      as(role),
    ).map(({ id }) => id);

  it('is told of its page and of its form, and of no other', () => {
    expect(idsOn('/filings/f', 'OPERATOR')).toEqual([1]);
    expect(idsOn('/filings/f/form', 'OPERATOR')).toEqual([1]);
    expect(idsOn('/filings', 'OPERATOR')).toEqual([]);
    expect(idsOn('/my/inspections/f', 'OPERATOR')).toEqual([3]);
    expect(idsOn('/my/inspections/f', 'INSPECTOR')).toEqual([]);
  });

  it('is what was told of several new tasks, on their list and on each of them', () => {
    expect(idsOn('/tasks', 'INSPECTOR')).toEqual([5]);
    expect(idsOn('/tasks/f', 'INSPECTOR')).toEqual([3, 5]);
  });
});

describe('where a notification leads', () => {
  it('is where an account is made, for who is told that an office has nobody', () => {
    const to = (type: 'FILING_UNATTENDED' | 'FOLLOW_UP_UNATTENDED') =>
      noticePath({ type, subject: null }, as('ADMINISTRATOR'));
    expect([to('FILING_UNATTENDED'), to('FOLLOW_UP_UNATTENDED')]).toEqual(['/people/new', '/people/new']);
    const subject = { type: 'filing', id: 'f' } as const;
    expect(noticePath({ type: 'FILING_UNATTENDED', subject }, as('REVIEWER'))).toBe('/filings/f');
  });

  it('is the list of tasks for several tasks at once, and nowhere for what has no page', () => {
    const to = (type: 'TASKS_ASSIGNED' | 'TERM_OVERDUE') =>
      noticePath({ type, subject: null }, as('INSPECTOR'));
    expect(to('TASKS_ASSIGNED')).toBe('/tasks');
    expect(to('TERM_OVERDUE')).toBeUndefined();
  });
});
