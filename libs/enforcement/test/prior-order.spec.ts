import { DomainError, plainDate } from '@zhaoguan/kernel';
import { assertOrderedBefore, priorOrderText } from '../src/domain/prior-order';

const tier = (severity: 'GENERAL' | 'REFUSES' | 'SERIOUS') => ({
  severity,
  condition: '拒不改正的',
  measures: ['FINE' as const],
  minFineFen: 0,
  maxFineFen: 1,
});
const on = plainDate('2026-11-20');
const order = (orderedOn: string, dueOn: string) => ({
  documentNumber: '长民责改〔2026〕3号',
  orderedOn: plainDate(orderedOn),
  dueOn: plainDate(dueOn),
});
const refusalOf = (...of: Parameters<typeof assertOrderedBefore>): unknown => {
  try {
    assertOrderedBefore(...of);
    return null;
  } catch (error) {
    if (error instanceof DomainError)
      return { code: error.code, pointers: error.fields?.map(({ pointer }) => pointer) };
    throw error;
  }
};

describe('an order to correct before a penalty', () => {
  it('is required where the clause punishes that it was not followed, and nowhere else', () => {
    expect(refusalOf(tier('REFUSES'), null, on)).toEqual({
      code: 'PRIOR_ORDER_REQUIRED',
      pointers: ['/priorOrder'],
    });
    expect(refusalOf(tier('SERIOUS'), null, on)).toBeNull();
    expect(refusalOf(tier('GENERAL'), null, on)).toBeNull();
  });

  it.each([
    ['2026-10-12', '2026-11-19', null],
    ['2021-11-20', '2021-12-20', null],
    ['2021-11-19', '2021-12-20', ['/priorOrder/orderedOn']],
    ['2026-10-12', '2026-11-20', ['/priorOrder/dueOn']],
    ['2026-10-12', '2026-12-01', ['/priorOrder/dueOn']],
    ['2026-10-12', '2026-10-11', ['/priorOrder/dueOn']],
    ['2026-12-02', '2026-12-01', ['/priorOrder/dueOn', '/priorOrder/dueOn']],
  ])('of %s with its term until %s is refused at %j', (orderedOn, dueOn, pointers) => {
    const refused = pointers && { code: 'PRIOR_ORDER_INVALID', pointers };
    expect(refusalOf(tier('REFUSES'), order(orderedOn, dueOn), on)).toEqual(refused);
    expect(refusalOf(tier('SERIOUS'), order(orderedOn, dueOn), on)).toEqual(refused);
  });

  it('is told with its document, its day and its term', () => {
    expect(priorOrderText(order('2026-10-12', '2026-10-26'))).toBe(
      '本机关于2026年10月12日作出责令改正的决定（文号：长民责改〔2026〕3号），责令你单位在2026年10月26日前（含当日）改正。期限届满，你单位未按要求改正。',
    );
  });
});
