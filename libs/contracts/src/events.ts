import type { Outcome } from './inspections';
import type { FilingType, Grade, Kind } from './kinds';
import type { Regime } from './regimes';
import type { ExpiryWhat } from './expiry';
import type { RemovalAct } from './removals';
import type { PublicityClass } from './reference/credit-rules';
import type { PenaltyMeasure } from './reference/penalty-bases';

/** When a decision (决定书) was served, and the last days that follow from it. */
interface ServedDecision {
  /** Whether an earlier record was put right by it. */
  readonly corrected: boolean;
  readonly servedOn: string;
  readonly reconsiderationUntil: string;
  readonly litigationUntil: string;
  /** Null without a fine. */
  readonly paymentDueOn: string | null;
}

/** What has happened, past tense. Each event leaves in the transaction that made it true (transactional outbox). */
export interface EventMap {
  /** `admitBy`: of an application for a licence, by when it is said whether it is taken in. `submittedBy`: the applicant, or who assists them at the window; absent in what was handed in before that was told. */
  'filing.submitted': {
    filingId: string;
    district: string;
    kind: Kind;
    dueOn: string;
    admitBy?: string | null;
    submittedBy?: string;
  };
  /** An official at the window (窗口代办) has begun it in the applicant's name; with what it is called by, for nobody else sees a draft. */
  'filing.begun-at-window': {
    filingId: string;
    applicantId: string;
    name: string;
    kind: Kind;
    type: FilingType;
    regime: Regime;
    renewal: boolean;
    prolongs: boolean;
  };
  /** A draft that was never handed in, by its author. */
  'filing.abandoned': { filingId: string; district: string; kind: Kind };
  'filing.returned': { filingId: string; district: string };
  'filing.refused': { filingId: string; district: string };
  /** Returned and not handed in again within the term. The applicant is to be told. */
  'filing.lapsed': { filingId: string; applicantId: string; district: string; kind: Kind };
  /** The applicant has taken back what was handed in (撤回申请); by whom: the applicant, or who assists them at the window. */
  'filing.withdrawn': { filingId: string; district: string; withdrawnBy: string };
  'filing.accepted': {
    filingId: string;
    institutionId: string;
    filingNumber: string;
    district: string;
    kind: Kind;
  };
  /** A paper (文书) was given out; it is yet to be printed. */
  'paper.issued': { paperId: string; filingId: string };
  /** A material for which a commitment (告知承诺) stood was handed in after the acceptance. */
  'commitment.handed-in': { filingId: string; code: string; name: string };
  /** The authority has found a commitment breached (认定未履行承诺). */
  'commitment.breached': {
    commitmentId: string;
    institutionId: string;
    material: string;
    breachedOn: string;
    /** Under which law the promise was made; absent of what was found before that was said. */
    regime?: Regime;
  };
  /** The authority has looked at a commitment, or what had ended it was annulled. The applicant is to hear of it. */
  'commitment.judged': {
    filingId: string;
    code: string;
    name: string;
    outcome: 'RETURNED' | 'KEPT' | 'BREACHED' | 'RESTORED';
  };
  /** A case was given to somebody by somebody else (分派、移交). */
  'filing.assigned': { filingId: string; personId: string };
  /** A case was taken over from somebody, handed on or put back by somebody else, who is to hear of it. */
  'filing.taken-away': { filingId: string; personId: string };
  /** A case has another to conduct it, or nobody (领取、分派、移交、退回待分派): it waits for others than before. */
  'filing.case-moved': { filingId: string };
  /** Nobody of the authority may decide a case that was handed in: who heads it and who keeps its accounts are to arrange for somebody. */
  'filing.unattended': { filingId: string };
  /** An application for a licence was taken in (受理), or counts as taken in. */
  'filing.admitted': { filingId: string; district: string };
  'filing.dismissed': { filingId: string; district: string };
  /** A licence counts as renewed, for nobody has decided in time (视为准予延续). */
  'filing.renewed': { filingId: string; district: string };
  /** That the term of a case be extended is asked for (报请延长办理期限). */
  'filing.extension-asked': { filingId: string; askedBy: string };
  /** It was not approved; who asked for it is to hear of it. */
  'filing.extension-declined': { filingId: string; askedBy: string };
  /** The term of a case was extended; applicant and who asked for it are to hear of it. */
  'filing.extended': { filingId: string; askedBy: string; dueOn: string };
  /** Officials are to come and look at what is filed (安排现场核查): who filed it must know. */
  'filing.visit-ordered': { filingId: string; dueOn: string; plannedOn: string | null };
  /** They do not come after all. */
  'filing.visit-called-off': { filingId: string };
  /** That what was accepted and is not in force yet be taken back (撤回): its office is to decide. */
  'filing.retraction-asked': { filingId: string; askedBy: string };
  /** It was taken back, or not; the applicant, and who asked for them, are to hear of it. */
  'filing.retracted': { filingId: string; askedBy: string };
  'filing.retraction-declined': { filingId: string; askedBy: string };
  /** Who asked for it has thought better of it. */
  'filing.retraction-taken-back': { filingId: string; takenBackBy: string };
  /** A closure that was accepted says that this one takes over (承接机构), which is in the account of another. */
  'filing.successor-named': { filingId: string; institutionId: string };
  /** That is written into the register once an official has looked, or taken back. */
  'filing.successor-linked': { filingId: string; institutionId: string; stands: boolean };
  /** The closure that named it was taken back before its day. */
  'filing.successor-released': { filingId: string; institutionId: string };
  /** What was filed was found on the spot as it was filed (现场核查一致). */
  'filing.verified': { filingId: string };
  /** It was found otherwise; the applicant is to file a change or to put it right. */
  'filing.mismatch-found': { filingId: string };
  /** What did not match was put right or changed, and is to be looked at again. */
  'filing.mismatch-corrected': { filingId: string };
  /** What became of the people and the fees of who has ended was looked at (终止后续核实); the operator reads what was found. */
  'filing.closure-recorded': { filingId: string; settled: boolean };
  /** Who has ended reports that what was left is done; the office looks again. */
  'filing.closure-reported': { filingId: string };
  /** Another department is asked for its opinion on a filing (征求意见). */
  'opinion.asked': { opinionId: string; filingId: string };
  'opinion.answered': { opinionId: string; filingId: string };
  /** It is not waited for any more: taken back, or waived before the decision. */
  'opinion.ended': { opinionId: string; filingId: string };
  /** What an account may do has become another: made, taken out of use or back into it, or its roles, departments or districts changed. */
  'person.rights-changed': {
    personId: string;
    /** Where it may have been the last that could do something; not of one that was made or taken into use. */
    districts?: readonly string[];
  };
  'institution.registered': { institutionId: string; district: string; kind: Kind };
  /** Another account has filed for an institution whose filing was revoked. `name` is that of before. */
  'institution.passed-on': {
    institutionId: string;
    district: string;
    formerOperatorId: string;
    name: string;
  };
  /** A paper (文书) of a removal was given out; it is yet to be printed. */
  'removal.paper-issued': { paperId: string; removalId: string };
  /** A removal of a filing (注销、撤销) has gone a step further. */
  'removal.moved': {
    removalId: string;
    institutionId: string;
    district: string;
    action: RemovalAct;
    /** Of a statement, that it was a waiver (放弃陈述申辩). */
    waived?: boolean;
    /** When, ISO 8601: what follows may come late, and is not about what came after. */
    at?: string;
  };
  /** When the paper of its decision reached the institution was entered (送达回证), or put right. */
  'removal.decision-served': { removalId: string; institutionId: string; district: string } & ServedDecision;
  /** Particulars or state of an institution are other than they were. */
  'institution.changed': { institutionId: string; district: string };
  /** Things of one sort that an institution holds end soon, or have ended (到期提醒). `endsOn` is the first of their days. */
  'expiry.near': {
    institutionId: string;
    district: string;
    what: ExpiryWhat;
    count: number;
    stage: number;
    endsOn: string;
    daysLeft: number;
  };
  /** Something that ends was renewed, is held no more, or was checked. */
  'expiry.moved': { expiriesOf: string; district: string };
  /** A recusal (回避) was declared for an inspector by somebody else, who is to hear of it. */
  'recusal.declared': { recusalId: string; personId: string; institutionId: string };
  /** A recusal (回避) has been lifted; never by the inspector, who is to hear of it. */
  'recusal.revoked': { recusalId: string; personId: string; institutionId: string };
  'draw.announced': { drawId: string; district: string };
  'draw.beacon-entered': { drawId: string };
  'draw.beacon-confirmed': { drawId: string };
  'draw.drawn': { drawId: string; resultDigest: string };
  'draw.infeasible': { drawId: string; target: string; department: string };
  /** The inspections of a draw are assigned to their teams. */
  'draw.tasks-made': { drawId: string };
  'draw.voided': { drawId: string; reason: string };
  'draw.opened': { drawId: string };
  /** A task made singly, for an institution that takes another's place (补抽). */
  'task.assigned': { taskId: string };
  'task.started': { taskId: string; drawId: string };
  'task.co-signed': { taskId: string };
  /** A report that nobody is there is taken back before a second inspector signed it (撤回): the inspection goes on. */
  'task.report-withdrawn': {
    taskId: string;
    resultId: string;
    institutionId: string;
    district: string;
    withdrawnBy: string;
  };
  /** A member of the team has replaced what another had found by another outcome (检查情况不一致). */
  'task.finding-changed': {
    taskId: string;
    institutionId: string;
    itemId: string;
    itemTitle: string;
    before: Outcome;
    after: Outcome;
    /** Who had recorded it. */
    recordedBy: string;
    changedBy: string;
  };
  /** Somebody takes the place of an inspector who cannot go (替补). */
  'task.stood-in': { taskId: string; drawId: string; personId: string };
  /** Nobody can be sent: the inspection ends before it has begun (终止检查). */
  'task.called-off': { taskId: string; drawId: string };
  'task.submitted': {
    taskId: string;
    resultId: string;
    institutionId: string;
    district: string;
    submittedBy: string;
  };
  'inspection-result.published': {
    resultId: string;
    institutionId: string;
    district: string;
    result: string;
    inspectedOn: string;
    failures: readonly { itemCode: string; itemTitle: string; severity: 'V' | 'H' | 'M' | 'L' }[];
  };
  'penalty-case.opened': {
    caseId: string;
    institutionId: string;
    district: string;
    /** Whose findings it takes up. */
    resultIds: readonly string[];
  };
  /** The paper of the notice is made and waits to be handed over; the party knows nothing yet. */
  'penalty-case.prepared': { caseId: string; institutionId: string; district: string };
  'penalty-case.noticed': { caseId: string; institutionId: string; district: string };
  /** The party has spoken or waived, `byParty` itself and online; else an official took it down, who knows of it. */
  'penalty-case.stated': { caseId: string; institutionId: string; district: string; byParty: boolean };
  'penalty-case.dismissed': { caseId: string; institutionId: string; district: string };
  /** When the paper of the decision reached the party was entered (送达回证), or put right. */
  'penalty-case.decision-served': {
    caseId: string;
    institutionId: string;
    district: string;
  } & ServedDecision;
  'penalty.decided': {
    caseId: string;
    institutionId: string;
    district: string;
    decisionNumber: string;
    decidedOn: string;
    measures: readonly PenaltyMeasure[];
    amountFen: number;
    publicityClass: PublicityClass;
  };
  /** A bad rating (差评) opened its follow-up, or the applicant has reopened it: who handles it is to hear. */
  'rating-follow-up.opened': { followUpId: string; district: string; dueOn: string; again: boolean };
  /** Nobody of the office rated, and nobody above it, may follow a bad rating up. */
  'rating-follow-up.unattended': { followUpId: string };
  /** Put right or found to be without ground. The applicant is to be told. */
  'rating-follow-up.ended': { followUpId: string; district: string };
  'credit.grade-changed': { institutionId: string; district: string; from: Grade; to: Grade };
}
export type EventName = keyof EventMap;
