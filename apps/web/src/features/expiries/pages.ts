import { ClockCircleOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const EXPIRY_PAGES: readonly PageDefinition[] = [
  {
    path: 'expiries',
    title: '到期预警',
    anyOf: ['expiry.read'],
    load: () => import('./radar-page'),
    nav: { icon: ClockCircleOutlined, order: 410 },
  },
];
