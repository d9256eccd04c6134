import {
  FILING_OF_STATUS_ACTION,
  FILING_TYPE_LABELS,
  LICENCE_TYPE_LABELS,
  STATUS_ACTION_LABELS,
  type FilingType,
} from './kinds';
import { isProlonging } from './prolonging';
import { STATE_LABELS } from './states';

/**
 * Under which law a case is handled and a site serves: it files (备案), or it is licensed (准入许可). Which of them holds where and from
 * which day on is reference data (`seeds/reference/regimes.json`).
 */
export const REGIMES = ['FILING', 'LICENCE'] as const;
export type Regime = (typeof REGIMES)[number];

export interface RegimeWords {
  /** What is handed in, as people call it (一件备案). */
  readonly matter: string;
  readonly accept: string;
  readonly refuse: string;
  /** What its authority is called. */
  readonly authority: '备案机关' | '许可机关';
  /** What it does with what was handed in, and in the end. */
  readonly examining: string;
  readonly issuing: string;
  /** What an institution holds, what proves it, its number, and the day from which it holds it. */
  readonly held: '备案' | '许可';
  readonly proof: string;
  readonly number: string;
  readonly date: string;
  /** Name of its lifecycle in STATE_LABELS. */
  readonly process: 'filing' | 'licence' | 'licence-notice';
  readonly states: Readonly<Record<keyof (typeof STATE_LABELS)['filing'], string>>;
  readonly types: Readonly<Record<FilingType, string>>;
}

/** The words of a regime; whoever shows a register takes them from here, who shows a case from `caseWords`. */
export const REGIME_WORDS: Readonly<Record<Regime, RegimeWords>> = {
  FILING: {
    matter: '备案',
    accept: '准予备案',
    refuse: '不予备案',
    authority: '备案机关',
    examining: '备案机关核对',
    issuing: '出具备案回执',
    held: '备案',
    proof: '备案回执',
    number: '备案编号',
    date: '备案日期',
    process: 'filing',
    states: STATE_LABELS.filing,
    types: FILING_TYPE_LABELS,
  },
  LICENCE: {
    matter: '许可申请',
    accept: '准予许可',
    refuse: '不予许可',
    authority: '许可机关',
    examining: '许可机关审查',
    issuing: '颁发许可证',
    held: '许可',
    proof: '许可证',
    number: '许可证编号',
    date: '发证日期',
    process: 'licence',
    states: STATE_LABELS.licence,
    types: LICENCE_TYPE_LABELS,
  },
};

/**
 * What a licensed institution tells when it stops, goes on or ends: the authority registers it (登记) under the number of the licence,
 * and grants nothing.
 */
const NOTICE_WORDS: RegimeWords = {
  ...REGIME_WORDS.LICENCE,
  matter: '登记',
  accept: '准予登记',
  refuse: '不予登记',
  examining: '许可机关核对',
  issuing: '出具登记回执',
  proof: '登记回执',
  date: '登记日期',
  process: 'licence-notice',
  states: STATE_LABELS['licence-notice'],
};

const NOTICES: ReadonlySet<FilingType> = new Set(Object.values(FILING_OF_STATUS_ACTION));

/** What is asked of the authority by who wants a licence to go on. @law 行政许可法第五十条 */
const RENEWAL_WORDS: RegimeWords = {
  ...REGIME_WORDS.LICENCE,
  matter: '延续申请',
  accept: '准予延续',
  refuse: '不予延续',
  states: { ...STATE_LABELS.licence, REFUSED: '不予延续' },
};

/** What names the matter of a case. */
interface CaseMatter {
  readonly regime: Regime;
  readonly type: FilingType;
  /** The licence that it asks to go on (延续), or whether it does. */
  readonly renewal?: object | boolean | null | undefined;
  /** The suspension that it prolongs (延长暂停), or whether it does. */
  readonly prolongs?: object | boolean | null | undefined;
}

/** Whether it is a notice of a licensed institution, which is registered (登记) and asks for no licence. */
export const isRegistered = ({ regime, type }: Pick<CaseMatter, 'regime' | 'type'>): boolean =>
  regime === 'LICENCE' && NOTICES.has(type);

const isRenewal = ({ regime, type, renewal }: CaseMatter): boolean =>
  regime === 'LICENCE' &&
  type === 'INITIAL' &&
  renewal !== null &&
  renewal !== undefined &&
  renewal !== false;

/** 首次备案, 变更备案, 许可申请, 延续许可, 变更许可, 暂停服务, 延长暂停服务: what a case is about. */
export function matterInWords(about: CaseMatter): string {
  if (isRenewal(about)) return '延续许可';
  return isProlonging(about) ? STATUS_ACTION_LABELS.prolong : REGIME_WORDS[about.regime].types[about.type];
}

/** The words of a case: those of the law by which it is handled, and of what it is about. */
export function caseWords(about: CaseMatter): RegimeWords {
  if (isRenewal(about)) return RENEWAL_WORDS;
  return isRegistered(about) ? NOTICE_WORDS : REGIME_WORDS[about.regime];
}

/** Of an application for a licence as long as it is open whether it is taken in. @law 行政许可法第三十二条 */
export const AWAITS_ADMISSION = '待受理';

interface ListWords {
  /** The place in the navigation, and who takes in what is handed in (岗位). */
  readonly nav: string;
  readonly registrar: string;
  /** The list of one's own cases, of those of the office, and the way to a new one. */
  readonly own: string;
  readonly office: string;
  readonly begin: string;
  /** What is listed. */
  readonly things: string;
  readonly number: string;
  /** That an institution has no number. */
  readonly unnumbered: string;
  readonly states: Readonly<Partial<Record<keyof (typeof STATE_LABELS)['filing'], string>>>;
}

type CaseState = keyof ListWords['states'];

/** Of the names of one state, each that differs (已备案／已许可／已登记). */
const eitherState = (state: CaseState): string =>
  [
    ...new Set([REGIME_WORDS.FILING, REGIME_WORDS.LICENCE, NOTICE_WORDS].map(({ states }) => states[state])),
  ].join('／');

/** A filing is never turned away (不予受理). */
const { DISMISSED: _ofLicences, ...STATES_OF_FILINGS } = STATE_LABELS.filing;

/** The words of lists: of filings alone, or where licences are held as well. */
export const LIST_WORDS: Readonly<Record<'FILINGS' | 'BOTH', ListWords>> = {
  FILINGS: {
    nav: '登记备案',
    registrar: '备案受理人',
    own: '我的备案',
    office: '备案受理',
    begin: '新办备案',
    things: '备案',
    number: '备案编号',
    unnumbered: '未备案',
    states: STATES_OF_FILINGS,
  },
  BOTH: {
    nav: '备案与许可',
    registrar: '受理人',
    own: '我的备案和许可申请',
    office: '备案和许可办理',
    begin: '新办备案或者许可',
    things: '申请',
    number: '备案（许可证）编号',
    unnumbered: '尚无编号',
    states: {
      DRAFT: eitherState('DRAFT'),
      SUBMITTED: eitherState('SUBMITTED'),
      RETURNED: eitherState('RETURNED'),
      LAPSED: eitherState('LAPSED'),
      WITHDRAWN: eitherState('WITHDRAWN'),
      ABANDONED: eitherState('ABANDONED'),
      DISMISSED: eitherState('DISMISSED'),
      REFUSED: eitherState('REFUSED'),
      ACCEPTED: eitherState('ACCEPTED'),
    },
  },
};

export interface PublicWords {
  /** What is held, what proves it and its number, who gives it out. */
  readonly held: string;
  readonly proof: string;
  /** The same in the mouth of who has it in their hand. */
  readonly paper: string;
  readonly number: string;
  readonly authority: string;
  /** What a visitor asks first of an institution, and an operator of the guides. */
  readonly question: string;
  readonly how: string;
  /** The page on which a number is checked, in short. */
  readonly check: string;
}

/** The words of public pages about no institution of its own: of filings alone, or where licences are held as well. */
export const PUBLIC_WORDS: Readonly<Record<'FILINGS' | 'BOTH', PublicWords>> = {
  FILINGS: {
    held: '备案',
    proof: '备案回执',
    paper: '回执',
    number: '备案编号',
    authority: '备案机关',
    question: '备案了没有',
    how: '机构怎样备案',
    check: '回执验真',
  },
  BOTH: {
    held: '备案、许可',
    proof: '备案回执、许可证',
    paper: '回执或者许可证',
    number: '备案编号、许可证编号',
    authority: '备案机关、许可机关',
    question: '有没有备案或者取得许可',
    how: '机构怎样备案、申请许可',
    check: '回执、许可证验真',
  },
};
