import {
  KINDS,
  LEAD_DEPARTMENT,
  LEAD_DEPARTMENT_NAMES,
  type NotificationType,
  type SubjectType,
  type WorkItemType,
} from '@zhaoguan/contracts';
import type { User } from '../../shared/session/session';

interface Subject {
  readonly type: SubjectType;
  readonly id: string;
}

const NEW_PERSON = '/people/new';

/** Where the own side of a matter is shown to an operator (机构经办人), who sees nothing of the officials' pages. */
const OWN_PAGES: Readonly<Partial<Record<SubjectType, (id: string) => string>>> = {
  'inspection-task': (id) => `/my/inspections/${id}`,
  'inspection-result': () => '/my/inspections',
  'penalty-case': (id) => `/my/cases/${id}`,
  removal: (id) => `/my/removals/${id}`,
};

const PAGES: Readonly<Record<SubjectType, (id: string) => string>> = {
  filing: (id) => `/filings/${id}`,
  removal: (id) => `/removals/${id}`,
  'filing-opinion': (id) => `/opinions/${id}`,
  expiry: (id) => `/expiries?institutionId=${id}`,
  institution: (id) => `/institutions/${id}`,
  'inspection-plan': (id) => `/plans/${id}`,
  draw: (id) => `/draws/${id}`,
  'inspection-task': (id) => `/tasks/${id}`,
  'inspection-result': (id) => `/results/${id}`,
  'penalty-case': (id) => `/cases/${id}`,
  'rating-follow-up': (id) => `/rating-follow-ups/${id}`,
  'unfiled-site': (id) => `/unfiled-sites/${id}`,
  overdue: (id) => `/overdue-items/${id}`,
  person: (id) => `/people/${id}`,
  // An office that has nobody is no page of anything: what it waits for is an account.
  office: () => NEW_PERSON,
  job: () => '/jobs',
};

/** The page on which a person deals with a subject. */
export function pathOf({ type, id }: Subject, { roles }: Pick<User, 'roles'>): string {
  const page = (roles.includes('OPERATOR') ? OWN_PAGES[type] : undefined) ?? PAGES[type];
  return page(id);
}

/** What waits is dealt with where its act is: a failed finding by opening a case on it. */
export function workPath(
  item: {
    readonly type: WorkItemType;
    readonly subject: Subject;
    readonly title: string;
    readonly district: string | null;
  },
  user: User,
): string {
  if (item.type === 'FINDING_TO_TAKE_UP') return `/cases/new?result=${item.subject.id}`;
  if (item.type === 'OFFICE_TO_STAFF') return newRegistrarPath(item);
  return pathOf(item.subject, user);
}

/** The account that the office is without: who handles applications, there and of its department. */
function newRegistrarPath({ title, district }: { readonly title: string; readonly district: string | null }) {
  const kind = KINDS.find((each) => LEAD_DEPARTMENT_NAMES[each] === title);
  const wanted = new URLSearchParams({
    role: 'REGISTRAR',
    ...(district !== null && { district }),
    ...(kind !== undefined && { department: LEAD_DEPARTMENT[kind] }),
  });
  return `${NEW_PERSON}?${wanted.toString()}`;
}

interface Told {
  readonly type: NotificationType;
  readonly subject: Subject | null;
}

/** Several tasks at once are shown by the list of one's tasks. */
const OF_TASKS: ReadonlySet<NotificationType> = new Set(['TASKS_ASSIGNED', 'TASKS_CANCELLED']);

/** For who opens accounts, who is told nothing else of what it is about. */
const OF_ACCOUNTS: ReadonlySet<NotificationType> = new Set(['FILING_UNATTENDED', 'FOLLOW_UP_UNATTENDED']);

/** A notification leads to where something is to be done, as far as there is anything; some lead nowhere. */
export function noticePath({ type, subject }: Told, user: Pick<User, 'roles'>): string | undefined {
  if (subject === null) return OF_TASKS.has(type) ? '/tasks' : OF_ACCOUNTS.has(type) ? NEW_PERSON : undefined;
  return type === 'FINDINGS_TO_TAKE_UP' ? `/cases/new?result=${subject.id}` : pathOf(subject, user);
}

/** What was told of the matter that a page shows, also where the page is its form; of new tasks in any of them. */
export function toldOfPage<N extends Told>(
  pathname: string,
  notifications: readonly N[],
  user: Pick<User, 'roles'>,
): N[] {
  const page = pathname.replace(/\/form$/, '');
  return notifications.filter(({ type, subject }) =>
    subject === null
      ? OF_TASKS.has(type) && (page === '/tasks' || page.startsWith('/tasks/'))
      : pathOf(subject, user) === page,
  );
}
