import type { Permission } from '@zhaoguan/contracts';

interface SubjectPage {
  readonly path: string | null;
  /** Who may open it. */
  readonly anyOf: readonly Permission[];
}

const PAGES: Readonly<Record<string, (id: string) => SubjectPage>> = {
  person: (id) => ({ path: `/people/${id}`, anyOf: ['person.manage'] }),
  institution: (id) => ({ path: `/institutions/${id}`, anyOf: ['institution.read'] }),
  filing: (id) => ({ path: `/filings/${id}`, anyOf: ['filing.read'] }),
  removal: (id) => ({ path: `/removals/${id}`, anyOf: ['removal.read'] }),
  staff: (id) => ({ path: `/staff/${id}`, anyOf: ['staff.read'] }),
  expiry: (id) => ({ path: `/expiries?institutionId=${id}`, anyOf: ['expiry.read'] }),
  inspector: (id) => ({ path: `/inspectors/${id}`, anyOf: ['inspector.read'] }),
  plan: (id) => ({ path: `/plans/${id}`, anyOf: ['plan.read'] }),
  draw: (id) => ({ path: `/draws/${id}`, anyOf: ['draw.read'] }),
  task: (id) => ({ path: `/tasks/${id}`, anyOf: ['task.read'] }),
  result: (id) => ({ path: `/results/${id}`, anyOf: ['result.read'] }),
  'penalty-case': (id) => ({ path: `/cases/${id}`, anyOf: ['case.read'] }),
  'rating-follow-up': (id) => ({ path: `/rating-follow-ups/${id}`, anyOf: ['rating.follow-up'] }),
  'unfiled-site': (id) => ({ path: `/unfiled-sites/${id}`, anyOf: ['unfiled.read'] }),
  overdue: (id) => ({ path: `/overdue-items/${id}`, anyOf: ['overdue.supervise', 'overdue.explain'] }),
  partner: (id) => ({ path: `/partners/${id}`, anyOf: ['partner.manage'] }),
  'dead-job': () => ({ path: '/jobs', anyOf: ['job.manage'] }),
};

/** The page of what an entry is about; null when it has none, e.g. an import. */
export function pageOf(subjectType: string, subjectId: string): SubjectPage {
  const page = Object.hasOwn(PAGES, subjectType) ? PAGES[subjectType] : undefined;
  return page?.(subjectId) ?? { path: null, anyOf: [] };
}
