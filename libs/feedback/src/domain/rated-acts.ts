import type { RatedAct } from '@zhaoguan/contracts';

/** Why an act is not rated. */
export interface Unrated {
  readonly why: string;
}

const OWN = { why: 'the applicant’s own act' };
const LATER = { why: 'part of the acceptance, which is rated' };
const SYSTEM = { why: 'the system’s act, because a term or a law says so' };
const INTERNAL = {
  why: 'within the authority; what comes of it for the applicant is rated as an act on the filing',
};
const RECORD = {
  why: 'puts the record right; what the applicant thinks of it is added to the rating (追评)',
};
const OTHER = { why: 'between departments; the authority that conducts the case answers for it' };
const PUBLIC = { why: 'tells the public what the rated refusal said; no service to the applicant' };

/**
 * Every act of every process of the filings: as what its service is rated (好差评), or why it is not. One meets the service of an
 * official or of the office where something is told, asked or looked at; handing in stands for the guide, the window and the form.
 * A test walks the processes, so that a new act is put here.
 * @law 国务院办公厅关于建立政务服务“好差评”制度提高政务服务水平的意见（国办发〔2019〕51号）
 */
export const SERVICE_OF_ACTS = {
  filing: {
    submit: 'submit',
    return: 'return',
    refuse: 'refuse',
    accept: 'accept',
    lapse: SYSTEM,
    withdraw: OWN,
    abandon: OWN,
    extend: 'extend',
    admit: 'admit',
    presume: SYSTEM,
    dismiss: 'dismiss',
    renew: SYSTEM,
  },
  'filing-verification': {
    confirm: 'visit',
    mismatch: 'visit',
    correct: OWN,
    amend: SYSTEM,
    refile: SYSTEM,
    settle: 'recheck',
    withdraw: { why: 'nobody came' },
    cancel: SYSTEM,
  },
  commitment: {
    withdraw: OWN,
    bind: LATER,
    handIn: OWN,
    confirm: 'keepPromise',
    return: 'returnPromise',
    breach: 'breakPromise',
    lapse: SYSTEM,
    restore: SYSTEM,
    restoreHandedIn: SYSTEM,
  },
  'closure-follow-up': {
    settle: 'checkClosure',
    remain: 'checkClosure',
    report: OWN,
    callOff: SYSTEM,
    correct: RECORD,
    reopen: RECORD,
  },
  'filing-retraction': { grant: 'retract', decline: 'retract', takeBack: OWN, lapse: SYSTEM },
  'filing-extension': { approve: INTERNAL, decline: INTERNAL, lapse: SYSTEM },
  'filing-opinion': { answer: OTHER, withdraw: OTHER, waive: OTHER },
  'nonconformity-disclosure': { publish: PUBLIC, correct: PUBLIC, withdraw: PUBLIC },
} as const satisfies Readonly<Record<string, Readonly<Record<string, RatedAct | Unrated>>>>;

/** Processes some of whose acts are rated, each with acts of its own numbering. */
export const RATED_PROCESSES = [
  'filing',
  'filing-verification',
  'commitment',
  'closure-follow-up',
  'filing-retraction',
] as const;
export type RatedProcess = (typeof RATED_PROCESSES)[number];

interface Act {
  readonly process: RatedProcess;
  readonly action: string;
  /** Whether officials had been there before. */
  readonly again: boolean;
}

/** As what an act is rated; null where it is not. */
export function servedBy({ process, action, again }: Act): RatedAct | null {
  const acts: Readonly<Record<string, RatedAct | Unrated>> = SERVICE_OF_ACTS[process];
  const act = acts[action];
  if (typeof act !== 'string') return null;
  return act === 'visit' && again ? 'revisit' : act;
}
