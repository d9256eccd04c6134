/** How a webhook to a partner platform (对接平台) stands. */
export const DELIVERY_STATE_LABELS = {
  PENDING: '待推送',
  DELIVERED: '已送达',
  DEAD: '推送失败',
} as const;
export type DeliveryState = keyof typeof DELIVERY_STATE_LABELS;
export const DELIVERY_STATES = Object.keys(DELIVERY_STATE_LABELS) as DeliveryState[];

/** What partners are told of, in words. They hear of no other event. */
export const PARTNER_EVENT_LABELS = {
  'filing.submitted': '备案已提交',
  'filing.returned': '退回补正',
  'filing.refused': '不予备案',
  'filing.accepted': '准予备案',
  'filing.lapsed': '逾期未补正，视为撤回',
} as const;
export type PartnerEvent = keyof typeof PARTNER_EVENT_LABELS;
export const PARTNER_EVENTS = Object.keys(PARTNER_EVENT_LABELS) as PartnerEvent[];
