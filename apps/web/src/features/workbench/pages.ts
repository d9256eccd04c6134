import { HomeOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const WORKBENCH_PAGES: readonly PageDefinition[] = [
  {
    path: '',
    title: '待办',
    anyOf: [],
    load: () => import('./home-page'),
    nav: { icon: HomeOutlined, order: 0, phone: 0 },
  },
];
