import { SolutionOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const OPINION_PAGES: readonly PageDefinition[] = [
  {
    path: 'opinions',
    title: '协同意见',
    anyOf: ['opinion.answer'],
    load: () => import('./opinion-list-page'),
    nav: { icon: SolutionOutlined, order: 110, phone: 1 },
  },
  {
    path: 'opinions/:id',
    title: '协同意见',
    anyOf: ['opinion.answer'],
    load: () => import('./opinion-page'),
  },
];
