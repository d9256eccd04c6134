import { CarryOutOutlined, StopOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const INSPECTION_PAGES: readonly PageDefinition[] = [
  {
    path: 'tasks',
    title: '检查任务',
    anyOf: ['task.inspect'],
    load: () => import('./tasks/task-list-page'),
    light: true,
    nav: { icon: CarryOutOutlined, order: 300, phone: 1 },
  },
  {
    path: 'tasks/:id',
    title: '检查任务',
    anyOf: ['task.inspect', 'task.read'],
    load: () => import('./tasks/task-page'),
    light: true,
  },
  {
    path: 'recusals',
    title: '我要回避',
    anyOf: ['task.inspect'],
    load: () => import('./recusals/own-recusals-page'),
    light: true,
    nav: { icon: StopOutlined, order: 310 },
  },
];
