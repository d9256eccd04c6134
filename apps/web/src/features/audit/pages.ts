import { HistoryOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const AUDIT_PAGES: readonly PageDefinition[] = [
  {
    path: 'audit',
    title: '操作记录',
    anyOf: ['audit.read'],
    load: () => import('./audit-page'),
    nav: { icon: HistoryOutlined, order: 620, phone: 4 },
  },
];
