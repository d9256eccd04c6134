import type { Regime } from './regimes';

/**
 * How a filing or a licence is removed by the authority: 注销 ends what has ended already, 撤销 takes back what should not have been.
 * In words where both stand in one list; of one case see {@link REMOVAL_WORDS}.
 */
export const REMOVAL_TYPE_LABELS = {
  CANCELLATION: '注销',
  REVOCATION: '撤销',
} as const;
export type RemovalType = keyof typeof REMOVAL_TYPE_LABELS;
export const REMOVAL_TYPES = Object.keys(REMOVAL_TYPE_LABELS) as RemovalType[];

/** What a filing or a licence has become by it; null for one in force. */
export const FILING_ENDS = ['CANCELLED', 'REVOKED'] as const;
export type FilingEnd = (typeof FILING_ENDS)[number];

/** How an institution has ended for its own cases: by its closure (终止), or by what was done to its filing or its licence. */
export const INSTITUTION_ENDS = ['CLOSED', ...FILING_ENDS] as const;
export type InstitutionEnd = (typeof INSTITUTION_ENDS)[number];

interface RemovalWords {
  readonly types: Readonly<Record<RemovalType, string>>;
  readonly ends: Readonly<Record<FilingEnd, string>>;
  /** That a decision which fell is undone. */
  readonly restoration: string;
}

/** The words of a removal, by what the institution held when it was begun. @law 行政许可法第六十九条、第七十条 */
export const REMOVAL_WORDS: Readonly<Record<Regime, RemovalWords>> = {
  FILING: {
    types: { CANCELLATION: '注销备案', REVOCATION: '撤销备案' },
    ends: { CANCELLED: '备案已注销', REVOKED: '备案已撤销' },
    restoration: '恢复备案',
  },
  LICENCE: {
    types: { CANCELLATION: '注销行政许可', REVOCATION: '撤销行政许可' },
    ends: { CANCELLED: '许可已注销', REVOKED: '许可已撤销' },
    restoration: '恢复行政许可',
  },
};

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

/** The same for the notice of a penalty (行政处罚告知), which is announced nowhere here: it is not public. */
export const PENALTY_SERVICES = ['ONLINE', 'DELIVERED'] as const satisfies readonly RemovalService[];
export type PenaltyService = (typeof PENALTY_SERVICES)[number];

/** The acts of a case, as its events name them. */
export const REMOVAL_ACTS = [
  'prepare',
  'notice',
  'serve',
  'state',
  'recordStatement',
  'propose',
  'sendBack',
  'decide',
  'drop',
  'annul',
] as const;
export type RemovalAct = (typeof REMOVAL_ACTS)[number];
