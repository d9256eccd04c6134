import fc from 'fast-check';
import { changedFields, displayValue, findField } from '../src';
import {
  childcareFound as childcare,
  ELDERLY_FORM,
  elderlyFaults,
  elderlyFound as elderly,
  elderlyParticulars,
  only,
} from './forms.builder';

describe('prices', () => {
  const fee = (item: string, from: number, to: number, per = 'MONTH') => ({
    item,
    amount: { from, to },
    per,
  });

  it('go from the lowest to the highest', () => {
    const amount = fc.integer({ min: 0, max: 1_000_000 });
    fc.assert(
      fc.property(amount, amount, (from, to) => {
        const found = elderly({ fees: [fee('CARE', from, to)] }, 'RANGE_REVERSED');
        expect(found).toMatchObject(
          from > to ? [{ pointer: '/institution/particulars/fees/0/amount', severity: 'ERROR' }] : [],
        );
      }),
    );
    const half = { item: 'CARE', amount: { from: null, to: 1 }, per: 'MONTH' };
    expect(elderly({ fees: [half] }, 'RANGE_OPEN')).toHaveLength(1);
    expect(elderly({ fees: [{ ...half, amount: 5 }] }, 'IS_OBJECT')).toHaveLength(1);
    expect(elderly({ fees: [fee('CARE', 0.5, 1)] }, 'IS_AMOUNT')).toHaveLength(1);
  });

  it('are typed once where there is one: no highest is the lowest', () => {
    const one = (item: string, from: number, to?: unknown) => ({ item, amount: { from, to }, per: 'MONTH' });
    for (const to of [null, undefined, '']) {
      const fees = [one('BED', 1_000, to), { ...one('DEPOSIT', 12_001, to), per: 'ONCE' }];
      expect(elderly({ fees }, 'RANGE_OPEN', 'RANGE_REVERSED', 'IS_AMOUNT')).toEqual([]);
      expect(elderly({ fees }, 'DEPOSIT_TOO_HIGH')).toHaveLength(1);
      const [before, after] = [[fee('BED', 1_000, 1_000)], [one('BED', 1_000, to)]];
      const said = (all: unknown) => ({ institution: elderlyParticulars({ fees: all }) });
      expect(changedFields(ELDERLY_FORM, said(before), said(after))).toEqual([]);
      const field = findField(ELDERLY_FORM, '/institution/particulars/fees');
      expect(displayValue(field!, after)).toBe('床位费 10.00 元、每月');
    }
  });

  it('read as people write them', () => {
    const field = findField(ELDERLY_FORM, '/institution/particulars/fees');
    if (!field) throw new Error('the form asks for no fees');
    const rows = [fee('BED', 120_000, 300_000), { ...fee('MEALS', 60_000, 60_000), note: '三餐' }];
    expect(displayValue(field, rows)).toBe(
      '床位费 1,200.00 元至 3,000.00 元、每月；膳食费 600.00 元、每月（三餐）',
    );
  });

  it('have a deposit of no more than twelve months of the bed', () => {
    const yuan = fc.integer({ min: 1, max: 20_000 });
    fc.assert(
      fc.property(yuan, yuan, (bed, deposit) => {
        const fees = [fee('BED', 1, bed), fee('DEPOSIT', 1, deposit, 'ONCE')];
        expect(elderly({ fees }, 'DEPOSIT_TOO_HIGH')).toMatchObject(
          deposit > 12 * bed ? [{ severity: 'WARNING' }] : [],
        );
      }),
    );
    expect(elderly({ fees: [fee('DEPOSIT', 1, 9_999_999, 'ONCE')] }, 'DEPOSIT_TOO_HIGH')).toEqual([]);
  });

  it('of a public home are for the service and the deposit, and not for membership', () => {
    const codes = ['MEMBERSHIP', 'PREPAID_OF_PUBLIC_HOME'];
    const said = (ownership: string | null, particulars: object) =>
      only(elderlyFaults({ ownership, ...elderlyParticulars(particulars) }), ...codes);
    for (const ownership of ['PUBLIC', 'PUBLIC_BUILT_PRIVATE_RUN']) {
      expect(said(ownership, { membership: true, prepaid: true })).toMatchObject([
        { code: 'MEMBERSHIP', severity: 'WARNING', message: expect.stringContaining('一般不得收取会员费') },
        { code: 'PREPAID_OF_PUBLIC_HOME', severity: 'WARNING' },
      ]);
      expect(said(ownership, { membership: false, prepaid: false })).toEqual([]);
    }
    for (const ownership of ['PRIVATE', 'PRIVATE_SUBSIDISED', null])
      expect(said(ownership, { membership: true, prepaid: true })).toMatchObject([
        { code: 'MEMBERSHIP', message: expect.stringContaining('重点监管') },
      ]);
  });

  it('paid in advance or for membership are to be looked at', () => {
    expect(elderly({ prepaidMonths: 12 }, 'PREPAID_TOO_LONG')).toEqual([]);
    expect(elderly({ prepaidMonths: 13 }, 'PREPAID_TOO_LONG')).toMatchObject([{ severity: 'WARNING' }]);
    for (const found of [elderly, childcare]) {
      expect(found({ membership: true }, 'MEMBERSHIP')).toMatchObject([{ severity: 'WARNING' }]);
      expect(found({ membership: false }, 'MEMBERSHIP')).toEqual([]);
      expect(found({ membership: null }, 'MEMBERSHIP')).toEqual([]);
    }
  });
});
