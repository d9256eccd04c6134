/** Whether those who lived or were looked after there are placed, as the office found it once the institution had ended (安置). */
export const PLACED_LABELS = {
  ALL: '已全部妥善安置',
  NOT_ALL: '尚未全部安置',
  NOBODY: '没有需要安置的人',
} as const;
export type Placed = keyof typeof PLACED_LABELS;
export const PLACED = Object.keys(PLACED_LABELS) as Placed[];

/** Whether what was paid in advance is given back (退费). */
export const REFUNDED_LABELS = {
  ALL: '已全部退还',
  NOT_ALL: '尚未全部退还',
  NOTHING: '没有应退的费用',
} as const;
export type Refunded = keyof typeof REFUNDED_LABELS;
export const REFUNDED = Object.keys(REFUNDED_LABELS) as Refunded[];

/** What the notice of a closure told of those to be placed, and whether fees were to be given back. */
export interface ToldOfClosure {
  readonly residents: number;
  readonly refundDue: boolean;
}

/** Why the placing cannot be so by what was told; null where it can. */
export const placedFault = (placed: unknown, { residents }: ToldOfClosure): string | null =>
  placed === 'NOBODY' && residents > 0 ? `终止备案写明有 ${residents} 人需要安置，请按安置的情况选择` : null;

/** The same of the fees. */
export const refundedFault = (refunded: unknown, { refundDue }: ToldOfClosure): string | null =>
  refunded === 'NOTHING' && refundDue ? '终止备案写明有应退的费用，请按退还的情况选择' : null;
