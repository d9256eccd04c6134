import { siteOf, type WorkItemType } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { isViewOfOneLevel } from '../domain/one-level';
import type { Scope } from '../domain/scope';
import type { SqlParameters } from './sql-parameters';
import { viewOf } from './still-waits';
import { isOfUndecided, isUndecidedRating } from './undecided-rating';

const OF_SUPERVISION = 'workbench.work_item';
const OF_RATINGS = 'feedback.work_item';

/** What waits, told by the module that owns it (README, "Views of the modules"). */
export const WORK_ITEM_VIEWS = [
  'filings.work_item',
  'removals.work_item',
  'staff.work_item',
  'inspections.work_item',
  'enforcement.work_item',
  OF_RATINGS,
  'unfiled.work_item',
  'access.work_item',
  'platform.work_item',
  OF_SUPERVISION,
];

export interface Moment {
  readonly at: Date;
  readonly today: PlainDate;
}

/**
 * The parts of `select … from <view> w where …` that together hold what waits for a person. Two for each view, because
 * each way of waiting has bounds of its own that an index can use: the item is the person's own, or it is an office's, and
 * the person holds the permission there and did not do the step before (录入与确认须由两位不同的工作人员分别完成).
 */
export function waitingFor(
  { personId, permissions, departments, places, heldByOthers, office }: Scope,
  { at, today }: Moment,
  parameters: SqlParameters,
  type?: WorkItemType,
): readonly string[] {
  const me = parameters.add(personId, 'uuid');
  const held = parameters.add(permissions, 'text[]');
  const open = [
    `w.permission = any (${held})`,
    // In no way that an index would serve: nearly all of it began before now, and a plan made once for whatever instant expects a third.
    `coalesce(w.since <= ${parameters.add(at, 'timestamptz')}, false)`,
    `w.until >= ${parameters.add(today, 'date')}`,
    ...(type === undefined ? [] : [`w.type = ${parameters.add(type, 'text')}`]),
  ];
  const ofTheOffice = [
    'w.assignee is null',
    `(w.department is null or w.department = any (${parameters.add(departments, 'text[]')}))`,
    `not (${me} = any (w.not_actors))`,
    `(w.township is null or not (w.township = any (${parameters.add(heldByOthers, 'text[]')})))`,
  ];
  const only = type === undefined ? undefined : viewOf(type);
  const views = only === undefined ? WORK_ITEM_VIEWS : [only];
  // PostgreSQL refuses a value that no part names.
  const inside =
    places === null || views.every(isViewOfOneLevel)
      ? []
      : [`(w.district is null or w.district = any (${parameters.add(places, 'text[]')}))`];
  const ofOneLevel = views.some(isViewOfOneLevel) ? standsIn(office, parameters) : [];
  const supervised = views.includes(OF_SUPERVISION)
    ? [raisedTo(office, parameters), supervisedBeforeDecided(held)]
    : [];
  const bounds = (view: string): readonly string[] => {
    if (view === OF_RATINGS) return [...ofOneLevel, readBeforeDecided(held)];
    if (isViewOfOneLevel(view)) return ofOneLevel;
    return view === OF_SUPERVISION ? [...inside, ...supervised] : inside;
  };
  return views.flatMap((view) =>
    [[`w.assignee = ${me}`], [...ofTheOffice, ...bounds(view)]].map(
      (way) => `from ${view} w where ${[...way, ...open].join(' and ')}`,
    ),
  );
}

/** Who may decide filings reads no rating of one that is to be decided. */
const readBeforeDecided = (held: string): string =>
  `not ('filing.accept' = any (${held}) and ${isOfUndecided('w.subject_id')})`;

/** Nor that one is overdue. */
const supervisedBeforeDecided = (held: string): string =>
  `not ('filing.accept' = any (${held}) and exists (
    select from workbench.overdue o where o.id = w.subject_id and ${isUndecidedRating('o')}))`;

/** What is late waits where it was raised to: whoever is above reads it in the list of what is overdue, until it is sent up. */
function raisedTo(office: readonly string[], parameters: SqlParameters): string {
  const own = parameters.add(office, 'text[]');
  return `(w.type <> 'OVERDUE_TO_SUPERVISE' or w.district = any (${own}) or w.township = any (${own}))`;
}

/** A township stands with its county, by which the indexes begin. */
function standsIn(office: readonly string[], parameters: SqlParameters): readonly string[] {
  const own = parameters.add(office, 'text[]');
  const counties = parameters.add(
    office.map((code) => siteOf(code).district),
    'text[]',
  );
  return [`w.district = any (${counties})`, `(w.district = any (${own}) or w.township = any (${own}))`];
}
