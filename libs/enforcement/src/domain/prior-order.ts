import {
  faultOfOrderDay,
  faultsOfCorrectionDay,
  presupposesOrder,
  refuse,
  type PenaltyTier,
} from '@zhaoguan/contracts';
import { chineseDate, type FieldError, type PlainDate } from '@zhaoguan/kernel';

/** The order to correct (责令改正) that was given before, and was not followed. */
export interface PriorOrder {
  readonly documentNumber: string;
  readonly orderedOn: PlainDate;
  /** Last day for the correction. */
  readonly dueOn: PlainDate;
}

/**
 * A clause that punishes 拒不改正 or 逾期不改正 presupposes an order whose term has passed; where the tier does not, an
 * order may be named all the same.
 * @throws PRIOR_ORDER_REQUIRED, PRIOR_ORDER_INVALID
 * @law 行政处罚法第二十八条、第四十条
 */
export function assertOrderedBefore(tier: PenaltyTier, order: PriorOrder | null, on: PlainDate): void {
  if (order === null) {
    if (!presupposesOrder(tier)) return;
    throw refuse('PRIOR_ORDER_REQUIRED', { condition: tier.condition }, [
      { pointer: '/priorOrder', code: 'PRIOR_ORDER_REQUIRED' },
    ]);
  }
  const faults = faultsOf(order, on);
  if (faults.length > 0) throw refuse('PRIOR_ORDER_INVALID', {}, faults);
}

function faultsOf({ orderedOn, dueOn }: PriorOrder, on: PlainDate): FieldError[] {
  const code = 'PRIOR_ORDER_INVALID';
  const ofOrder = faultOfOrderDay(orderedOn, on);
  return [
    ...(ofOrder === null ? [] : [{ pointer: '/priorOrder/orderedOn', code, message: ofOrder }]),
    ...faultsOfCorrectionDay(dueOn, orderedOn, on).map((message) => ({
      pointer: '/priorOrder/dueOn',
      code,
      message,
    })),
  ];
}

/** The order as the documents of the case tell it. */
export function priorOrderText({ documentNumber, orderedOn, dueOn }: PriorOrder): string {
  return (
    `本机关于${chineseDate(orderedOn)}作出责令改正的决定（文号：${documentNumber}），` +
    `责令你单位在${chineseDate(dueOn)}前（含当日）改正。期限届满，你单位未按要求改正。`
  );
}
