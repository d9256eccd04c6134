import { AlertOutlined, BarChartOutlined, HomeOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const WORKBENCH_PAGES: readonly PageDefinition[] = [
  {
    path: '',
    title: '待办',
    anyOf: [],
    load: () => import('./home-page'),
    light: true,
    nav: { icon: HomeOutlined, order: 0, phone: 0 },
  },
  {
    path: 'overdue-items',
    title: '超期督办',
    anyOf: ['overdue.supervise', 'overdue.explain'],
    load: () => import('./overdue/overdue-list-page'),
    nav: { icon: AlertOutlined, order: 50 },
  },
  {
    path: 'overdue-items/:id',
    title: '超期督办',
    anyOf: ['overdue.supervise', 'overdue.explain'],
    load: () => import('./overdue/overdue-page'),
  },
  {
    path: 'figures',
    title: '统计',
    anyOf: [],
    load: () => import('./figures/figures-page'),
    nav: { icon: BarChartOutlined, order: 900 },
  },
  {
    path: 'notifications',
    title: '通知',
    anyOf: [],
    load: () => import('./notification-list-page'),
    light: true,
  },
  { path: 'search', title: '检索', anyOf: [], load: () => import('./search-page'), light: true },
];
