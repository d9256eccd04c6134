import { FileSearchOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../../app/page-definition';

export const OWN_INSPECTION_PAGES: readonly PageDefinition[] = [
  {
    path: 'my/inspections',
    title: '接受检查',
    anyOf: ['task.own'],
    load: () => import('./own-inspection-list-page'),
    nav: { icon: FileSearchOutlined, order: 210, phone: 1 },
  },
  {
    path: 'my/inspections/:id',
    title: '接受检查',
    anyOf: ['task.own'],
    load: () => import('./own-inspection-page'),
  },
];
