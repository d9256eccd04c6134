import {
  faultOfDueDay,
  faultOfOrderedDay,
  priorOrderOf,
  priorOrderRuleOf,
} from '../src/features/enforcement/prior-order';

const ORDER = { documentNumber: ' 长民责改〔2026〕3号 ', orderedOn: '2026-10-12', dueOn: '2026-10-26' };

describe('the order to correct in a notice', () => {
  it('is asked for by the tier', () => {
    expect(priorOrderRuleOf({ severity: 'REFUSES', condition: '逾期不改正的' })).toBe('required');
    expect(priorOrderRuleOf({ severity: 'SERIOUS', condition: '拒不改正或者造成严重后果的' })).toBe(
      'optional',
    );
    expect(priorOrderRuleOf({ severity: 'SERIOUS', condition: '情节严重的' })).toBe('none');
    expect(priorOrderRuleOf(undefined)).toBe('none');
  });

  it('is sent whole or not at all', () => {
    expect(priorOrderOf(ORDER, 'required')).toEqual({ ...ORDER, documentNumber: '长民责改〔2026〕3号' });
    expect(priorOrderOf({ ...ORDER, dueOn: null }, 'optional')).toBeUndefined();
    expect(priorOrderOf(ORDER, 'none')).toBeUndefined();
  });

  it('is not older than five years', () => {
    expect(faultOfOrderedDay('2021-11-20', '2026-11-20')).toBeNull();
    expect(faultOfOrderedDay('2021-11-19', '2026-11-20')).toMatch(/5年以前/);
    expect(faultOfOrderedDay(null, '2026-11-20')).toBeNull();
  });

  it('has a term that is past, and not before the order', () => {
    expect(faultOfDueDay('2026-11-19', '2026-10-12', '2026-11-20')).toBeNull();
    expect(faultOfDueDay('2026-11-20', '2026-10-12', '2026-11-20')).toMatch(/告知以前届满/);
    expect(faultOfDueDay('2026-10-11', '2026-10-12', '2026-11-20')).toMatch(/不能早于/);
  });
});
