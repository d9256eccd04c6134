import { StopOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const REMOVAL_PAGES: readonly PageDefinition[] = [
  {
    path: 'removals',
    title: '注销、撤销',
    anyOf: ['removal.read', 'removal.state'],
    load: () => import('./removal-list-page'),
    nav: { icon: StopOutlined, order: 130 },
  },
  {
    path: 'removals/new',
    title: '注销、撤销',
    anyOf: ['removal.manage'],
    load: () => import('./new-removal-page'),
  },
  {
    path: 'removals/:id',
    title: '注销、撤销',
    anyOf: ['removal.read'],
    load: () => import('./removal-page'),
  },
  {
    path: 'my/removals/:id',
    title: '注销、撤销',
    anyOf: ['removal.state'],
    load: () => import('./my-removal-page'),
  },
];
