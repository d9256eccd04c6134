import type { EventMap } from './events';
import type { WorkItemType } from './work-items';

/** Payload of every background job. At start each name has exactly one handler or the process refuses to start. */
export interface JobMap {
  'platform.sweep': Record<string, never>;
  /** Gives new entries of the log their places and signs a checkpoint. */
  'audit.sequence': Record<string, never>;
  'inspections.compute-draw': { drawId: string };
  'inspections.create-tasks': { drawId: string };
  'inspections.publish-due-results': Record<string, never>;
  /** Puts a decided penalty on the public pages for its term. */
  'publication.publish-penalty': EventMap['penalty.decided'];
  'credit.open-account': EventMap['institution.registered'];
  'credit.record-result': EventMap['inspection-result.published'];
  'credit.record-penalty': EventMap['penalty.decided'];
  'credit.record-commitment': EventMap['commitment.breached'];
  /** Grades that change by time alone: half-lives and ends of terms. */
  'credit.recompute-due-grades': Record<string, never>;
  'filings.render-receipt': { filingId: string };
  /** Prints and signs a paper. */
  'filings.print-paper': EventMap['paper.issued'];
  /** Receipts printed before there were signatures; goes on after the filing named by `after`. */
  'filings.sign-receipts': { readonly after?: string };
  /** Returned filings whose term for putting them right has ended. */
  'filings.lapse-returned': Record<string, never>;
  /** Applications for licences of which nothing was said in time count as taken in, renewals that nobody has decided as granted. */
  'filings.admit-silent': Record<string, never>;
  'filings.renew-undecided': Record<string, never>;
  /** Prints and signs a paper of a removal. */
  'removals.print-paper': EventMap['removal.paper-issued'];
  /** Papers of removals from before they were numbered and signed; goes on after the case named by `after`. */
  'removals.issue-papers': { readonly after?: string };
  /** Ends what is open about a filing that the authority has removed. */
  'filings.follow-removal': EventMap['removal.moved'];
  'filings.follow-closing': EventMap['institution.changed'];
  /** Cases of somebody who may not decide them any more; goes on after the case named by `after`. */
  'filings.release-cases': { readonly personId: string; readonly after?: string };
  /** Cases that nobody of their authority may decide; with `personId` those known that the person may be able to decide now, and with `districts` those that wait there, which nobody may be able to decide any more. Goes on after `after`. */
  'filings.seek-unattended': {
    readonly filingId?: string;
    readonly personId?: string;
    readonly districts?: readonly string[];
    readonly after?: string;
  };
  'workbench.tell-filing-unattended': EventMap['filing.unattended'];
  'institutions.apply-status-steps': Record<string, never>;
  /** Takes a directory file that somebody has handed in. */
  'institutions.import-directory': { readonly importId: string };
  /** Keeps the days on which something ends (到期事项) in step with what an institution holds. */
  'staff.watch-institution': { readonly institutionId: string };
  /** The same for whatever no event told of; goes on after the institution named by `after`. */
  'staff.watch-unwatched': { readonly after?: string };
  'staff.advance-expiries': Record<string, never>;
  /** Tell people of what has happened (站内通知). */
  'workbench.tell-filing-submitted': EventMap['filing.submitted'];
  'workbench.tell-filing-begun-at-window': EventMap['filing.begun-at-window'];
  'workbench.tell-filing-returned': EventMap['filing.returned'];
  'workbench.tell-filing-refused': EventMap['filing.refused'];
  'workbench.tell-filing-lapsed': EventMap['filing.lapsed'];
  'workbench.tell-filing-withdrawn': EventMap['filing.withdrawn'];
  'workbench.tell-filing-accepted': EventMap['filing.accepted'];
  'workbench.tell-removal-moved': EventMap['removal.moved'];
  'workbench.tell-removal-decision-served': EventMap['removal.decision-served'];
  'workbench.tell-commitment-handed-in': EventMap['commitment.handed-in'];
  'workbench.tell-commitment-judged': EventMap['commitment.judged'];
  'workbench.tell-filing-assigned': EventMap['filing.assigned'];
  'workbench.tell-filing-taken-away': EventMap['filing.taken-away'];
  'workbench.tell-filing-admitted': EventMap['filing.admitted'];
  'workbench.tell-filing-dismissed': EventMap['filing.dismissed'];
  'workbench.tell-filing-renewed': EventMap['filing.renewed'];
  'workbench.tell-extension-asked': EventMap['filing.extension-asked'];
  'workbench.tell-extension-declined': EventMap['filing.extension-declined'];
  'workbench.tell-filing-extended': EventMap['filing.extended'];
  'workbench.tell-retraction-asked': EventMap['filing.retraction-asked'];
  'workbench.tell-retracted': EventMap['filing.retracted'];
  'workbench.tell-retraction-declined': EventMap['filing.retraction-declined'];
  'workbench.tell-retraction-taken-back': EventMap['filing.retraction-taken-back'];
  'workbench.tell-successor-released': EventMap['filing.successor-released'];
  'workbench.tell-visit-ordered': EventMap['filing.visit-ordered'];
  'workbench.tell-successor-named': EventMap['filing.successor-named'];
  'workbench.tell-successor-linked': EventMap['filing.successor-linked'];
  'workbench.tell-visit-called-off': EventMap['filing.visit-called-off'];
  'workbench.tell-filing-verified': EventMap['filing.verified'];
  'workbench.tell-closure-recorded': EventMap['filing.closure-recorded'];
  'workbench.tell-closure-reported': EventMap['filing.closure-reported'];
  'workbench.tell-mismatch-found': EventMap['filing.mismatch-found'];
  'workbench.tell-mismatch-corrected': EventMap['filing.mismatch-corrected'];
  'workbench.tell-opinion-asked': EventMap['opinion.asked'];
  'workbench.tell-opinion-answered': EventMap['opinion.answered'];
  'workbench.tell-expiry-near': EventMap['expiry.near'];
  'workbench.tell-recusal-declared': EventMap['recusal.declared'];
  'workbench.tell-recusal-revoked': EventMap['recusal.revoked'];
  'workbench.tell-draw-announced': EventMap['draw.announced'];
  'workbench.tell-draw-drawn': EventMap['draw.drawn'];
  'workbench.tell-draw-infeasible': EventMap['draw.infeasible'];
  'workbench.tell-draw-voided': EventMap['draw.voided'];
  'workbench.tell-draw-opened': EventMap['draw.opened'];
  'workbench.tell-draw-tasks-made': EventMap['draw.tasks-made'];
  'workbench.tell-task-assigned': EventMap['task.assigned'];
  'workbench.tell-finding-changed': EventMap['task.finding-changed'];
  'workbench.tell-task-stood-in': EventMap['task.stood-in'];
  'workbench.tell-task-called-off': EventMap['task.called-off'];
  'workbench.tell-task-submitted': EventMap['task.submitted'];
  'workbench.tell-report-withdrawn': EventMap['task.report-withdrawn'];
  'workbench.tell-inspection-result-published': EventMap['inspection-result.published'];
  'workbench.tell-penalty-case-noticed': EventMap['penalty-case.noticed'];
  'workbench.tell-penalty-case-stated': EventMap['penalty-case.stated'];
  'workbench.tell-penalty-case-dismissed': EventMap['penalty-case.dismissed'];
  'workbench.tell-penalty-decision-served': EventMap['penalty-case.decision-served'];
  'workbench.tell-penalty-decided': EventMap['penalty.decided'];
  /** Looks for somebody to handle it, of one that was opened or, without it, of all. */
  'workbench.tell-follow-up-unattended': EventMap['rating-follow-up.unattended'];
  'feedback.raise-follow-ups': { readonly followUpId?: string };
  'workbench.tell-rating-follow-up-opened': EventMap['rating-follow-up.opened'];
  'workbench.tell-rating-follow-up-ended': EventMap['rating-follow-up.ended'];
  'workbench.tell-institution-passed-on': EventMap['institution.passed-on'];
  'workbench.tell-credit-grade-changed': EventMap['credit.grade-changed'];
  /** Ends the notifications that ask for what is done: of the matters that an event names. */
  'workbench.settle': {
    readonly filingId?: string;
    readonly removalId?: string;
    readonly opinionId?: string;
    readonly expiriesOf?: string;
    readonly drawId?: string;
    readonly taskId?: string;
    readonly resultId?: string;
    readonly caseId?: string;
    readonly followUpId?: string;
    readonly resultIds?: readonly string[];
  };
  /** Reminds people of last days that are near or past; goes on after the item named by `after`. */
  'workbench.remind': { readonly on?: string; readonly after?: string };
  /** Seeks what is overdue and asks for a job for each; `open`: looks after what was raised. Goes on after the place named by `after`. */
  'workbench.seek-overdue': { readonly on?: string; readonly after?: string; readonly open?: boolean };
  /** An item whose last day has passed goes up to the person above. */
  'workbench.raise-overdue': {
    readonly type: WorkItemType;
    readonly subjectId: string;
    readonly dueOn: string;
  };
  'workbench.follow-overdue': { readonly overdueId: string };
  'workbench.tell-overdue-moved': { readonly overdueId: string; readonly action: 'urge' | 'explain' };
  /** Tells of cases in which the party has let its period pass; goes on after the case named by `after`. */
  'workbench.tell-statements-ended': { readonly on?: string; readonly after?: string };
  /** Removes what has had its time: form drafts after 90 days, notifications after a year. */
  'workbench.sweep': Record<string, never>;
  /** Gives the changes of a partner's cases their places in its feed, and asks for its webhooks. */
  'exchange.publish-changes': { readonly partnerId: string };
  /** Sends the oldest webhook of a case that waits. */
  'exchange.send-webhook': { readonly caseId: string };
  /** Has the folders of partners served, each by one job at a time. */
  'exchange.poll-folders': Record<string, never>;
  /** Takes the cases out of a partner's folder, and lays down there what became of them. */
  'filings.serve-folder': { readonly partnerId: string };
  /** Removes what has had its time: nonces, webhooks and files that are over. */
  'exchange.sweep': Record<string, never>;
}
export type JobName = keyof JobMap;

export interface JobDeclaration {
  /** Queue it runs on: `fast` for short work, `heavy` for draws and documents. */
  readonly queue: 'fast' | 'heavy';
  /** How often it is tried before it is put on the list of dead jobs. */
  readonly attempts: number;
  /** Wait before the second try; doubled each time. Milliseconds. */
  readonly backoffMs: number;
}

const fast: JobDeclaration = { queue: 'fast', attempts: 8, backoffMs: 500 };
const heavy: JobDeclaration = { queue: 'heavy', attempts: 5, backoffMs: 1000 };
export const JOBS: Readonly<Record<JobName, JobDeclaration>> = {
  'platform.sweep': fast,
  'audit.sequence': fast,
  'inspections.compute-draw': heavy,
  'inspections.create-tasks': heavy,
  'inspections.publish-due-results': fast,
  'publication.publish-penalty': fast,
  'credit.open-account': fast,
  'credit.record-result': fast,
  'credit.record-penalty': fast,
  'credit.record-commitment': fast,
  'credit.recompute-due-grades': fast,
  'filings.render-receipt': heavy,
  'filings.print-paper': heavy,
  'removals.print-paper': heavy,
  'removals.issue-papers': heavy,
  'filings.sign-receipts': heavy,
  'filings.lapse-returned': fast,
  'filings.admit-silent': fast,
  'filings.renew-undecided': fast,
  'filings.follow-removal': fast,
  'filings.follow-closing': fast,
  'filings.release-cases': fast,
  'filings.seek-unattended': fast,
  'workbench.tell-filing-unattended': fast,
  'institutions.apply-status-steps': fast,
  'institutions.import-directory': heavy,
  'staff.watch-institution': fast,
  'staff.watch-unwatched': fast,
  'staff.advance-expiries': fast,
  'workbench.tell-filing-submitted': fast,
  'workbench.tell-filing-begun-at-window': fast,
  'workbench.tell-filing-returned': fast,
  'workbench.tell-filing-refused': fast,
  'workbench.tell-filing-lapsed': fast,
  'workbench.tell-filing-withdrawn': fast,
  'workbench.tell-filing-accepted': fast,
  'workbench.tell-removal-moved': fast,
  'workbench.tell-removal-decision-served': fast,
  'workbench.tell-commitment-handed-in': fast,
  'workbench.tell-commitment-judged': fast,
  'workbench.tell-filing-assigned': fast,
  'workbench.tell-filing-taken-away': fast,
  'workbench.tell-filing-admitted': fast,
  'workbench.tell-filing-dismissed': fast,
  'workbench.tell-filing-renewed': fast,
  'workbench.tell-extension-asked': fast,
  'workbench.tell-extension-declined': fast,
  'workbench.tell-filing-extended': fast,
  'workbench.tell-opinion-asked': fast,
  'workbench.tell-opinion-answered': fast,
  'workbench.tell-mismatch-corrected': fast,
  'workbench.tell-mismatch-found': fast,
  'workbench.tell-retraction-asked': fast,
  'workbench.tell-retracted': fast,
  'workbench.tell-retraction-declined': fast,
  'workbench.tell-retraction-taken-back': fast,
  'workbench.tell-successor-released': fast,
  'workbench.tell-visit-ordered': fast,
  'workbench.tell-successor-named': fast,
  'workbench.tell-successor-linked': fast,
  'workbench.tell-visit-called-off': fast,
  'workbench.tell-filing-verified': fast,
  'workbench.tell-closure-recorded': fast,
  'workbench.tell-closure-reported': fast,
  'workbench.tell-expiry-near': fast,
  'workbench.tell-recusal-declared': fast,
  'workbench.tell-recusal-revoked': fast,
  'workbench.tell-draw-announced': fast,
  'workbench.tell-draw-drawn': fast,
  'workbench.tell-draw-infeasible': fast,
  'workbench.tell-draw-voided': fast,
  'workbench.tell-draw-opened': fast,
  'workbench.tell-draw-tasks-made': fast,
  'workbench.tell-task-assigned': fast,
  'workbench.tell-finding-changed': fast,
  'workbench.tell-task-stood-in': fast,
  'workbench.tell-task-called-off': fast,
  'workbench.tell-task-submitted': fast,
  'workbench.tell-report-withdrawn': fast,
  'workbench.tell-inspection-result-published': fast,
  'workbench.tell-penalty-case-noticed': fast,
  'workbench.tell-penalty-case-stated': fast,
  'workbench.tell-penalty-case-dismissed': fast,
  'workbench.tell-penalty-decision-served': fast,
  'workbench.tell-penalty-decided': fast,
  'feedback.raise-follow-ups': fast,
  'workbench.tell-follow-up-unattended': fast,
  'workbench.tell-rating-follow-up-opened': fast,
  'workbench.tell-rating-follow-up-ended': fast,
  'workbench.tell-institution-passed-on': fast,
  'workbench.tell-credit-grade-changed': fast,
  'workbench.settle': fast,
  'workbench.remind': fast,
  'workbench.seek-overdue': fast,
  'workbench.raise-overdue': fast,
  'workbench.follow-overdue': fast,
  'workbench.tell-overdue-moved': fast,
  'workbench.tell-statements-ended': fast,
  'workbench.sweep': fast,
  'exchange.publish-changes': fast,
  'exchange.send-webhook': fast,
  'exchange.poll-folders': fast,
  'filings.serve-folder': fast,
  'exchange.sweep': fast,
};
export const JOB_NAMES = Object.keys(JOBS) as JobName[];
