import { WORK_ITEM_LABELS, type WorkItemType } from '@zhaoguan/contracts';

/** By the first word of its type, in whose view a work item stands. */
const VIEWS: readonly (readonly [view: string, subjects: RegExp])[] = [
  ['filings.work_item', /^(FILING|LICENCE|EXTENSION|RETRACTION|COMMITMENT|SUSPENSION)_/],
  ['removals.work_item', /^REMOVAL_/],
  ['staff.work_item', /^(EXPIRY|BARRED)_/],
  ['inspections.work_item', /^(BEACON|DRAW|INSPECTION|INSPECTOR|RESULT|TARGET)_/],
  ['feedback.work_item', /^RATING_/],
  ['enforcement.work_item', /^(FINDING|CASE|STATEMENT)_/],
  ['unfiled.work_item', /^UNFILED_/],
  ['workbench.work_item', /^(OVERDUE|OFFICE)_/],
];

export const VIEW_NAMES = VIEWS.map(([view]) => view);

/** The view in which an item of the type stands; undefined for what nobody is told of. */
export function viewOf(type: WorkItemType): string | undefined {
  return VIEWS.find(([, subjects]) => subjects.test(type))?.[0];
}

/** Everything that may stand in the view; without one, what stands in none. */
export function typesIn(view: string | undefined): WorkItemType[] {
  return (Object.keys(WORK_ITEM_LABELS) as WorkItemType[]).filter((type) => viewOf(type) === view);
}

/** What waits for one person may wait for others as well: asked by the person, never of a view. */
const PERSONAL: WorkItemType = 'INSPECTION_TO_START';

/**
 * A case that somebody conducts waits for them alone, and what lies in the queue for all who may decide it; that it was given to somebody
 * is no more so once it is not theirs. Who is told of it for another reason, as the administrator whom no page of it is shown, is told until it
 * is done.
 */
const OF_A_CASE: readonly WorkItemType[] = ['FILING_TO_DECIDE', 'LICENCE_TO_ADMIT'];
const FOR_PERSON = `(n.awaits not in (${OF_A_CASE.map((type) => `'${type}'`).join(', ')}) or n.subject_type is distinct from 'filing' or w.assignee = n.person_id
        or (w.assignee is null and n.type <> 'FILING_ASSIGNED'))`;

/**
 * Some are told before it can be done: a draw is opened after its inspections, a result that lacks a signature is published
 * after it. Each inspector begins their own tasks of a draw, as long as they stand in the team.
 */
const BEFOREHAND: Readonly<Partial<Record<WorkItemType, string>>> = {
  DRAW_TO_OPEN: `select from inspections.draw_facts d where d.draw_id = n.matter_id and d.status = 'DRAWN'`,
  RESULT_TO_PUBLISH: `select from inspections.result_facts r where r.result_id = n.matter_id and r.status = 'PENDING'`,
  INSPECTION_TO_START: `select from inspections.assignment_facts a
    where a.person_id = n.person_id and n.matter_id in (a.draw_id, a.task_id) and a.status = 'ASSIGNED'`,
};

/**
 * SQL condition on a notification `n`: what it asks for waits, for anybody; of a case, for this person. Only views that may hold what is asked are
 * named: each is a union of many parts, and planning them costs more than reading them.
 * @param asked what the notifications ask for
 */
export function stillWaits(asked: readonly WorkItemType[]): string {
  const seen = asked.filter((type) => type !== PERSONAL);
  const views = VIEWS.filter(([, subjects]) => seen.some((type) => subjects.test(type))).map(
    ([view]) =>
      `(n.awaits <> '${PERSONAL}'
        and exists (select from ${view} w where w.subject_id = n.matter_id and w.type = n.awaits
                     and ${view === 'filings.work_item' ? FOR_PERSON : 'true'}))`,
  );
  const beforehand = asked.flatMap((type) => {
    const waits = BEFOREHAND[type];
    return waits === undefined ? [] : [`(n.awaits = '${type}' and exists (${waits}))`];
  });
  return ['false', ...views, ...beforehand].join(' or ');
}
