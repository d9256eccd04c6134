import { chineseDate, plainDate } from '@zhaoguan/kernel';

/** A kind of paper (文书). */
interface PaperKindSpec {
  /** As people call it. */
  readonly label: string;
  /** Stands in its number between the code of the authority and the year: 长民备补〔2026〕1号. */
  readonly word: string;
  /**
   * What anybody learns who checks it by its number. PUBLIC: what it is, of whom and to whom. PARTY: nothing, for it concerns
   * its addressee alone; whoever holds it proves that by the code in its QR, and learns that it is genuine.
   */
  readonly disclosure: 'PUBLIC' | 'PARTY';
}

const SPECS = {
  /** About a filing, beside the receipt (备案回执). */
  filings: {
    CORRECTION_NOTICE: { label: '补正通知书', word: '备补', disclosure: 'PARTY' },
    REFUSAL_NOTICE: { label: '不予备案告知书', word: '备不予', disclosure: 'PARTY' },
    // The rule wants it told to the public.
    NONCONFORMITY_NOTICE: { label: '不符合要求告知书', word: '备不符', disclosure: 'PUBLIC' },
    LICENCE_CORRECTION: { label: '许可申请补正告知书', word: '许补', disclosure: 'PARTY' },
    // What a licensed institution tells of its service is registered (登记), and asks for no licence.
    REGISTRATION_CORRECTION: { label: '登记补正通知书', word: '登补', disclosure: 'PARTY' },
    REGISTRATION_REFUSAL: { label: '不予登记告知书', word: '登不予', disclosure: 'PARTY' },
    // 行政许可法第四十条: anybody may consult it.
    LICENCE_GRANT: { label: '准予行政许可决定书', word: '许准', disclosure: 'PUBLIC' },
    LICENCE_REFUSAL: { label: '不予行政许可决定书', word: '许不', disclosure: 'PARTY' },
    // 行政许可法第三十二条第二款: in writing, both.
    LICENCE_ADMISSION: { label: '行政许可申请受理通知书', word: '许受', disclosure: 'PARTY' },
    LICENCE_DISMISSAL: { label: '行政许可申请不予受理决定书', word: '许不受', disclosure: 'PARTY' },
    LICENCE_EXTENSION: { label: '延长行政许可办理期限告知书', word: '许延', disclosure: 'PARTY' },
    // Of a notice (暂停、恢复、终止) that is not in force yet, filed or registered: that it was taken back must be known like the notice.
    RETRACTION_GRANT: { label: '准予撤回告知书', word: '准回', disclosure: 'PUBLIC' },
    RETRACTION_REFUSAL: { label: '不予撤回告知书', word: '不准回', disclosure: 'PARTY' },
    // What was handed in, given out at once; of an application for a licence it does not say that it is taken in (受理).
    INTAKE_SLIP: { label: '材料收件凭证', word: '备收', disclosure: 'PARTY' },
    REGISTRATION_INTAKE_SLIP: { label: '登记材料收件凭证', word: '登收', disclosure: 'PARTY' },
    LICENCE_INTAKE_SLIP: { label: '许可申请材料收件凭证', word: '许收', disclosure: 'PARTY' },
  },
  /** About the end of a filing or a licence by the authority; what was decided is public, what is only meant to be done is not. */
  removals: {
    CANCELLATION_NOTICE: { label: '注销备案事先告知书', word: '备注告', disclosure: 'PARTY' },
    REVOCATION_NOTICE: { label: '撤销备案事先告知书', word: '备撤告', disclosure: 'PARTY' },
    CANCELLATION_DECISION: { label: '注销备案决定书', word: '备注决', disclosure: 'PUBLIC' },
    REVOCATION_DECISION: { label: '撤销备案决定书', word: '备撤决', disclosure: 'PUBLIC' },
    RESTORATION_NOTICE: { label: '恢复备案告知书', word: '备恢', disclosure: 'PUBLIC' },
    LICENCE_CANCELLATION_NOTICE: { label: '注销行政许可事先告知书', word: '许注告', disclosure: 'PARTY' },
    LICENCE_REVOCATION_NOTICE: { label: '撤销行政许可事先告知书', word: '许撤告', disclosure: 'PARTY' },
    LICENCE_CANCELLATION_DECISION: { label: '注销行政许可决定书', word: '许注决', disclosure: 'PUBLIC' },
    LICENCE_REVOCATION_DECISION: { label: '撤销行政许可决定书', word: '许撤决', disclosure: 'PUBLIC' },
    LICENCE_RESTORATION_NOTICE: { label: '恢复行政许可告知书', word: '许恢', disclosure: 'PUBLIC' },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, PaperKindSpec>>>>;

/** Modules that give out papers. */
export type PaperShelfName = keyof typeof SPECS;
export type PaperKindOf<S extends PaperShelfName> = keyof (typeof SPECS)[S] & string;
export type PaperKind = { [S in PaperShelfName]: PaperKindOf<S> }[PaperShelfName];

export const FILING_PAPER_KINDS = Object.keys(SPECS.filings) as readonly PaperKindOf<'filings'>[];
export const REMOVAL_PAPER_KINDS = Object.keys(SPECS.removals) as readonly PaperKindOf<'removals'>[];

/**
 * The papers that an authority gives out. One row a kind: another one needs a row here and a body, which its act hands to
 * `IssuePaper`; printing, number, signature, check and the list of the case follow from that.
 */
export const PAPER_KINDS: Readonly<Record<PaperKind, PaperKindSpec>> = {
  ...SPECS.filings,
  ...SPECS.removals,
};

/**
 * How a paper came to be in force no more: another took its place, its decision fell, its case ended without one, what it asked for
 * was handed in, the case was decided all the same, or of the filing or the licence that it proves: the service ended, the authority ended it
 * (注销、撤销), its last day has passed, what it says was taken back before its day (撤回). It was true when it was given out, and is kept as it is.
 */
export const PAPER_ENDS = [
  'REPLACED',
  'ANNULLED',
  'DROPPED',
  'ANSWERED',
  'CONCLUDED',
  'CLOSED',
  'CANCELLED',
  'REVOKED',
  'EXPIRED',
  'RETRACTED',
] as const;
export type PaperEnd = (typeof PAPER_ENDS)[number];

const SLIPS: ReadonlySet<string> = new Set<PaperKind>([
  'INTAKE_SLIP',
  'REGISTRATION_INTAKE_SLIP',
  'LICENCE_INTAKE_SLIP',
]);

/** A 收件凭证, which proves what came in on its day; that stays true whatever becomes of the case. */
export const isIntakeSlip = (kind: string): boolean => SLIPS.has(kind);

/** A paper that is in force no more, as far as that is told. */
export interface EndedPaper {
  readonly kind: string;
  readonly endedAs: PaperEnd;
  /** The paper that took its place or ended it. */
  readonly supersededBy: string | null;
  /** On which day, where what ended it is an act of its case. */
  readonly endedOn: string | null;
}

/** Of the decision that grants a licence: what has ended is the licence. */
const GRANT_ENDS: Readonly<Partial<Record<PaperEnd, (on: string, by: string | null) => string>>> = {
  EXPIRED: (on) => `准予的许可有效期已经届满，${on}起不再有效`,
  CLOSED: (_, by) => `机构已经终止服务，准予的许可证不再使用，见 ${by ?? '登记回执'}`,
  REPLACED: (_, by) => `准予的许可证已由 ${by ?? '新的许可证'} 代替`,
};

/** Why a paper is in force no more, to whoever checks or holds it. */
export function paperEndWords({ kind, endedAs: end, supersededBy: by, endedOn }: EndedPaper): string {
  const on = endedOn === null ? '' : chineseDate(plainDate(endedOn));
  if (isIntakeSlip(kind))
    return `仍证明出具之日收到所列材料；${end === 'REPLACED' ? `再次提交的见 ${by ?? '新的凭证'}` : `本件${on}已办结`}`;
  const granted = kind === ('LICENCE_GRANT' satisfies PaperKind) ? GRANT_ENDS[end]?.(on, by) : undefined;
  if (granted !== undefined) return granted;
  if (end === 'ANSWERED') return `出具时有效；${on}已补正并重新提交`;
  if (end === 'CONCLUDED') return `出具时有效；本件${on}已办结`;
  if (end === 'DROPPED') return `本件${on}已经终止办理，不再有效`;
  if (end === 'CANCELLED') return `出具时有效；${on}已被注销，不再有效`;
  if (end === 'REVOKED') return `出具时有效；${on}已被撤销，不再有效`;
  if (end === 'RETRACTED') return `${on}在生效以前已准予撤回，不再有效，见 ${by ?? '准予撤回告知书'}`;
  if (end === 'EXPIRED') return `有效期已经届满，${on}起不再有效`;
  if (end === 'CLOSED') return `机构已经终止服务，不再使用，见 ${by ?? '登记回执'}`;
  return end === 'ANNULLED'
    ? `决定已被撤销，不再有效，见 ${by ?? '有关文书'}`
    : `已由 ${by ?? '新的文书'} 代替`;
}
