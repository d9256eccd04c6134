import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GRADES, parseCreditRules } from '@zhaoguan/contracts';
import { addMonths, plainDate } from '@zhaoguan/kernel';
import { projectRoot } from '@zhaoguan/platform';
import { standing } from '../src/domain/grade';
import { openingOf } from '../src/domain/opening';

const rules = parseCreditRules(
  JSON.parse(readFileSync(join(projectRoot(), 'seeds/reference/credit-rules.json'), 'utf8')),
);
const on = plainDate('2026-11-20');
const id = '01a1f6ae-9900-74ac-b858-f878ca650d68';

describe('the opening of an account with the grade of a directory', () => {
  it.each(GRADES)('%s is the grade that it begins with', (grade) => {
    const entry = openingOf({ id, grade, gradeSince: on }, rules, on);
    const lines = entry ? [{ ...entry, id, liftedOn: null, capGroup: null }] : [];
    expect(standing(lines, rules, on).grade).toBe(grade);
  });

  it('goes no further into the band than its edge, says why, and runs out like other entries', () => {
    const of = (grade: 'A' | 'B' | 'C' | 'D') => openingOf({ id, grade, gradeSince: on }, rules, on);
    expect(of('A')).toMatchObject({ direction: 'BONUS', points: 10 });
    expect(of('B')).toBeNull();
    expect(of('C')).toMatchObject({ direction: 'DEDUCT', points: 6, text: '导入名录时的信用等级 C' });
    expect(of('D')).toMatchObject({ direction: 'DEDUCT', points: 21, expiresOn: addMonths(on, 24) });
  });

  it('a site whose directory carried no grade begins like any other', () => {
    expect(openingOf({ id, grade: 'B', gradeSince: null }, rules, on)).toBeNull();
  });
});
