import type { PageDefinition } from '../../app/page-definition';

export const STAFF_PAGES: readonly PageDefinition[] = [
  {
    path: 'institutions/:id/staff',
    title: '从业人员',
    anyOf: ['staff.keep', 'staff.read'],
    load: () => import('./staff-list-page'),
  },
  {
    path: 'staff/:id',
    title: '从业人员',
    anyOf: ['staff.keep', 'staff.read'],
    load: () => import('./staff-member-page'),
  },
];
