import type { Filing } from '../filing';
import { statusActionOf } from '../filing-types';
import type { FilingAction } from '../filing.process';

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

/**
 * The papers that an authority gives out about a filing, beside the receipt (备案回执). One row a kind: another one needs a row here
 * and a body, which its act hands to `IssuePaper`; printing, number, signature, check and the list of the case follow from that.
 */
export const PAPER_KINDS = {
  CORRECTION_NOTICE: { label: '补正通知书', word: '备补', disclosure: 'PARTY' },
  REFUSAL_NOTICE: { label: '不予备案告知书', word: '备不予', disclosure: 'PARTY' },
  // The rule wants it told to the public.
  NONCONFORMITY_NOTICE: { label: '不符合要求告知书', word: '备不符', disclosure: 'PUBLIC' },
  LICENCE_CORRECTION: { label: '许可申请补正告知书', word: '许补', disclosure: 'PARTY' },
  // 行政许可法第四十条: anybody may consult it.
  LICENCE_GRANT: { label: '准予行政许可决定书', word: '许准', disclosure: 'PUBLIC' },
  LICENCE_REFUSAL: { label: '不予行政许可决定书', word: '许不', disclosure: 'PARTY' },
} as const satisfies Readonly<Record<string, PaperKindSpec>>;
export type PaperKind = keyof typeof PAPER_KINDS;

/** A paper of these comes from an act of the one table of transitions. */
export type ActPaperKind = PaperKind;

/** What an act gives out on paper; undefined for none. The receipt of an acceptance is printed by a job of its own. */
export function paperOf(action: FilingAction, filing: Filing): ActPaperKind | undefined {
  // What stops, goes on or ends is told to the authority and asks for no licence.
  if (filing.regime === 'LICENCE' && statusActionOf(filing.type) === undefined) return LICENCE_PAPERS[action];
  if (action === 'return') return 'CORRECTION_NOTICE';
  if (action !== 'refuse') return undefined;
  return isNonconformity(filing) ? 'NONCONFORMITY_NOTICE' : 'REFUSAL_NOTICE';
}

const LICENCE_PAPERS: Readonly<Partial<Record<FilingAction, ActPaperKind>>> = {
  return: 'LICENCE_CORRECTION',
  accept: 'LICENCE_GRANT',
  refuse: 'LICENCE_REFUSAL',
};

/**
 * What is filed of a 托育机构 does not meet the standards: it is told so with reasons, and so is the public. A 家庭托育点 has a
 * measure of its own, and is somebody's home; a change or a notice leaves the institution filed as it was.
 * @law 托育机构登记和备案办法（试行）（国卫办人口发〔2019〕25号）
 */
function isNonconformity({ kind, type, application }: Filing): boolean {
  return kind === 'CHILDCARE' && type === 'INITIAL' && application.siteType === null;
}
