import { departmentLabel, type SubjectType, type Urgency, type WorkItemType } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';

/** One thing that waits for somebody (待办), as the module that owns the subject tells it. */
export interface WorkItem {
  readonly type: WorkItemType;
  readonly subjectType: SubjectType;
  readonly subjectId: string;
  /** Name of the institution, the plan or the person. */
  readonly title: string;
  /** Second line: what tells it from others of the same name. */
  readonly detail: string;
  /** District, where it lies in one. */
  readonly district: string | null;
  readonly since: Date;
  /** Last day of the term; null without one. */
  readonly dueOn: PlainDate | null;
}

/** A work item as it is on a day. */
export interface DatedWorkItem extends WorkItem {
  readonly urgency: Urgency;
  /** Negative: so many working days overdue. */
  readonly workingDaysLeft: number | null;
}

/** How much waits, by what it is and by how near its last day is. */
export interface WorkItemSummary {
  readonly total: number;
  readonly byType: readonly { readonly type: WorkItemType; readonly count: number }[];
  readonly byUrgency: Readonly<Record<Urgency, number>>;
}

/** Items of one kind that end on one day. */
export interface WorkItemCount {
  readonly type: WorkItemType;
  readonly dueOn: PlainDate | null;
  readonly count: number;
}

/**
 * The second line. Of an opinion it names the department in whose name it is given: one person may answer for several, each of which
 * is asked about the same filing.
 */
export const detailFor = (type: WorkItemType, detail: string, department: string | null): string =>
  type === 'FILING_OPINION_TO_ANSWER' && department !== null
    ? `征求${departmentLabel(department)}的意见`
    : detail;
