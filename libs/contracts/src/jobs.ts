import type { EventMap, EventName } from './events';

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
  /** Grades that change by time alone: half-lives and ends of terms. */
  'credit.recompute-due-grades': Record<string, never>;
  'filings.render-receipt': { filingId: string };
  /** Removes what people left lying: form drafts after 90 days. */
  'workbench.sweep': Record<string, never>;
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
  'credit.recompute-due-grades': fast,
  'filings.render-receipt': heavy,
  'workbench.sweep': fast,
};
export const JOB_NAMES = Object.keys(JOBS) as JobName[];

/** Who listens to what: an event becomes one outbox row for each job named here. Payloads agree by type. */
export const SUBSCRIPTIONS: { readonly [E in EventName]?: readonly JobsTaking<EventMap[E]>[] } = {
  'draw.beacon-confirmed': ['inspections.compute-draw'],
  'draw.drawn': ['inspections.create-tasks'],
  'institution.registered': ['credit.open-account'],
  'inspection-result.published': ['credit.record-result'],
  'penalty.decided': ['publication.publish-penalty', 'credit.record-penalty'],
  'filing.accepted': ['filings.render-receipt'],
};
type JobsTaking<P> = { [J in JobName]: P extends JobMap[J] ? J : never }[JobName];

/** When a schedule comes due. Times of day are Asia/Shanghai. */
export type Recurrence = { readonly everyMinutes: number } | { readonly dailyAt: `${number}:${number}` };

/** Jobs that start by the clock. Each tick goes through the outbox, so two workers never run it twice. */
export const SCHEDULES: Readonly<Partial<Record<JobName, Recurrence>>> = {
  'platform.sweep': { dailyAt: '04:20' },
  'audit.sequence': { everyMinutes: 1 },
  'inspections.publish-due-results': { dailyAt: '08:30' },
  'credit.recompute-due-grades': { dailyAt: '00:10' },
  'workbench.sweep': { dailyAt: '04:40' },
};
