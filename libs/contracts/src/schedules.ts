import type { JobName } from './jobs';

/** When a schedule comes due. Times of day are Asia/Shanghai. */
export type Recurrence = { readonly everyMinutes: number } | { readonly dailyAt: `${number}:${number}` };

/** Jobs that start by the clock. Each tick goes through the outbox, so two workers never run it twice. */
export const SCHEDULES: Readonly<Partial<Record<JobName, Recurrence>>> = {
  'platform.sweep': { dailyAt: '04:20' },
  'audit.sequence': { everyMinutes: 1 },
  'inspections.publish-due-results': { dailyAt: '08:30' },
  'credit.recompute-due-grades': { dailyAt: '00:10' },
  'filings.lapse-returned': { dailyAt: '00:20' },
  'filings.renew-undecided': { dailyAt: '00:15' },
  'filings.admit-silent': { dailyAt: '00:25' },
  'filings.seek-unattended': { dailyAt: '00:45' },
  'filings.sign-receipts': { dailyAt: '03:40' },
  'institutions.apply-status-steps': { dailyAt: '00:05' },
  'staff.watch-unwatched': { dailyAt: '00:30' },
  'staff.advance-expiries': { dailyAt: '00:50' },
  'feedback.raise-follow-ups': { dailyAt: '00:40' },
  'workbench.remind': { dailyAt: '08:00' },
  'workbench.seek-overdue': { dailyAt: '08:10' },
  'workbench.tell-statements-ended': { dailyAt: '08:00' },
  'workbench.sweep': { dailyAt: '04:40' },
  'exchange.poll-folders': { everyMinutes: 1 },
  'exchange.sweep': { dailyAt: '04:50' },
};
