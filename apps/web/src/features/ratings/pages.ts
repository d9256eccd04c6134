import { CommentOutlined, SmileOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const RATING_PAGES: readonly PageDefinition[] = [
  {
    path: 'rating-follow-ups',
    title: '差评回访',
    anyOf: ['rating.follow-up'],
    load: () => import('./follow-up-list-page'),
    nav: { icon: CommentOutlined, order: 500 },
  },
  {
    path: 'rating-follow-ups/:id',
    title: '差评回访',
    anyOf: ['rating.follow-up'],
    load: () => import('./follow-up-page'),
  },
  {
    path: 'service-ratings',
    title: '评价统计',
    anyOf: ['rating.read-statistics'],
    load: () => import('./statistics-page'),
    nav: { icon: SmileOutlined, order: 510 },
  },
];
