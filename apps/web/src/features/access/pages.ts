import { UserOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const ACCESS_PAGES: readonly PageDefinition[] = [
  {
    path: 'me',
    title: '我的',
    anyOf: [],
    load: () => import('./me-page'),
    nav: { icon: UserOutlined, order: 900, phone: 9 },
  },
];
