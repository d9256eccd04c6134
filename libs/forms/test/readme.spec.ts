import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Form } from '@zhaoguan/contracts';
import { changedFields, checkDefinition, missingFields, shownFields, validateForm } from '../src';

const readme = readFileSync(join(__dirname, '../README.md'), 'utf8');
const [, json = ''] = /```json\n([\s\S]*?)```/.exec(readme) ?? [];

describe('the example of the README', () => {
  const form = JSON.parse(json) as Form;
  const answers = { institution: { capacity: 9, tenure: 'LEASED' } };

  it('is a form, and is answered as it says', () => {
    expect(checkDefinition(form)).toEqual([]);
    const context = { today: '2026-11-20', terms: { ELDERLY_MINIMUM_BEDS: 10 } };
    expect(validateForm(form, answers, context)).toMatchObject([
      {
        pointer: '/institution/capacity',
        code: 'CAPACITY_TOO_SMALL',
        message: '养老机构床位数不少于 10 张',
        severity: 'ERROR',
      },
    ]);
    expect(missingFields(form, answers)).toEqual([
      { pointer: '/institution/leaseEndsOn', label: '租期届满日', required: 'form', message: '请填写' },
    ]);
    expect(shownFields(form, answers)).toHaveLength(3);
    const after = { institution: { capacity: 12, tenure: 'OWNED' } };
    expect(changedFields(form, answers, after)).toContainEqual({
      pointer: '/institution/capacity',
      label: '床位数',
      old: '9 张',
      new: '12 张',
    });
  });
});
