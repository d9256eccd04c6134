import { QuestionCircleOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const UNFILED_PAGES: readonly PageDefinition[] = [
  {
    path: 'unfiled-sites',
    title: '未备案机构',
    anyOf: ['unfiled.read'],
    load: () => import('./unfiled-list-page'),
    nav: { icon: QuestionCircleOutlined, order: 495 },
  },
  {
    path: 'unfiled-sites/new',
    title: '登记未备案机构',
    anyOf: ['unfiled.handle'],
    load: () => import('./new-unfiled-page'),
  },
  {
    path: 'unfiled-sites/:id',
    title: '未备案机构',
    anyOf: ['unfiled.read'],
    load: () => import('./unfiled-page'),
  },
];
