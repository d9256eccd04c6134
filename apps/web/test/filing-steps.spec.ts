import { LastStep } from '../src/features/filings/form/last-step';
import { CHECK, MATERIALS, remarksAt } from '../src/features/filings/form/steps';
import type { FilingForm } from '../src/features/filings/queries';

const step = (key: string, ...pointers: string[]) => ({
  key,
  title: key,
  intro: '',
  fields: pointers.map((pointer) => ({ pointer, label: pointer, type: 'text' as const })),
});
const form: FilingForm = {
  title: '示例申请书',
  steps: [
    step('identity', '/institution/name', '/institution/uscc'),
    step('premises', '/institution/address'),
  ],
  rules: [],
  today: '2026-11-26' as FilingForm['today'],
  terms: {},
};
const remark = (pointer: string, touched = false) => ({ pointer, message: '请补正', place: '', touched });

describe('the steps of a filing', () => {
  it('each count the remarks that stand on them, and those at which nothing was changed', () => {
    const remarks = [
      remark('/institution/name', true),
      remark('/institution/uscc'),
      remark('/materials/COMMITMENT_LETTER'),
      remark('/'),
    ];
    const [first, second] = form.steps.map(({ key }) => remarksAt(form, remarks, key));
    expect(first).toEqual({ remarks: { total: 2, untouched: 1 } });
    expect(second).toEqual({});
    expect(remarksAt(form, remarks, MATERIALS)).toEqual({ remarks: { total: 1, untouched: 1 } });
    expect(remarksAt(form, remarks, CHECK)).toEqual({ remarks: { total: 1, untouched: 1 } });
  });

  it('are opened again where one stopped, for each filing by itself, until it is handed in', () => {
    const kept = new Map<string, string>();
    const storage = {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
    const one = new LastStep('1', storage);
    one.note('premises', 'identity');
    expect(new LastStep('1', storage).among(['identity', 'premises'])).toBe('premises');
    expect(new LastStep('1', storage).among(['identity'])).toBeUndefined();
    expect(new LastStep('2', storage).among(['premises'])).toBeUndefined();
    expect(new LastStep('1', storage).opened()).toContain('premises');
    expect(new LastStep('2', storage).opened()).not.toContain('premises');
    expect([...new LastStep('1', storage).left()]).toContain('identity');
    expect([...one.left()]).not.toContain('premises');
    one.forget();
    expect(one.left()).not.toContain('identity');
    expect(one.opened()).not.toContain('premises');
    expect(one.among(['premises'])).toBeUndefined();
  });
});
