import { ApiOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const EXCHANGE_PAGES: readonly PageDefinition[] = [
  {
    path: 'partners',
    title: '对接平台',
    anyOf: ['partner.manage'],
    load: () => import('./partner-list-page'),
    nav: { icon: ApiOutlined, order: 605 },
  },
  {
    path: 'partners/new',
    title: '登记对接平台',
    anyOf: ['partner.manage'],
    load: () => import('./new-partner-page'),
  },
  {
    path: 'partners/:id',
    title: '对接平台',
    anyOf: ['partner.manage'],
    load: () => import('./partner-page'),
  },
];
