/** How a filing is removed by the authority: 注销 ends what has ended already, 撤销 takes back what should not have been. */
export const REMOVAL_TYPE_LABELS = {
  CANCELLATION: '注销备案',
  REVOCATION: '撤销备案',
} as const;
export type RemovalType = keyof typeof REMOVAL_TYPE_LABELS;
export const REMOVAL_TYPES = Object.keys(REMOVAL_TYPE_LABELS) as RemovalType[];

/** What a filing has become by it; null for one in force. */
export const FILING_END_LABELS = {
  CANCELLED: '备案已注销',
  REVOKED: '备案已撤销',
} as const;
export type FilingEnd = keyof typeof FILING_END_LABELS;
export const FILING_ENDS = Object.keys(FILING_END_LABELS) as FilingEnd[];

export const FILING_END_OF_REMOVAL: Readonly<Record<RemovalType, FilingEnd>> = {
  CANCELLATION: 'CANCELLED',
  REVOCATION: 'REVOKED',
};

/** How the institution gets the notice (送达方式). */
export const REMOVAL_SERVICE_LABELS = {
  ONLINE: '系统送达',
  DELIVERED: '当面、邮寄或者留置送达',
  ANNOUNCED: '公告送达',
} as const;
export type RemovalService = keyof typeof REMOVAL_SERVICE_LABELS;
export const REMOVAL_SERVICES = Object.keys(REMOVAL_SERVICE_LABELS) as RemovalService[];

/** The acts of a case, as its events name them. */
export const REMOVAL_ACTS = [
  'notice',
  'state',
  'recordStatement',
  'propose',
  'sendBack',
  'decide',
  'drop',
  'annul',
] as const;
export type RemovalAct = (typeof REMOVAL_ACTS)[number];
