import { SUBJECT_TYPES, type Role } from '@zhaoguan/contracts';
import { pathOf } from '../src/features/workbench/subject-path';

const as = (...roles: Role[]) => ({ roles });

describe('the page of a subject', () => {
  it('is a page for every kind of subject', () => {
    for (const type of SUBJECT_TYPES) expect(pathOf({ type, id: 'x' }, as('REVIEWER'))).toMatch(/^\/[a-z]/);
  });

  it('is the operator’s own side of an inspection or a case', () => {
    expect(pathOf({ type: 'penalty-case', id: 'c' }, as('OPERATOR'))).toBe('/my/cases/c');
    expect(pathOf({ type: 'penalty-case', id: 'c' }, as('CASE_OFFICER'))).toBe('/cases/c');
    expect(pathOf({ type: 'inspection-task', id: 't' }, as('OPERATOR'))).toBe('/my/inspections/t');
    expect(pathOf({ type: 'filing', id: 'f' }, as('OPERATOR'))).toBe('/filings/f');
  });
});
