import {
  CarryOutOutlined,
  FileDoneOutlined,
  IdcardOutlined,
  OrderedListOutlined,
  ProfileOutlined,
  StopOutlined,
  TrophyOutlined,
} from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const INSPECTION_PAGES: readonly PageDefinition[] = [
  {
    path: 'tasks',
    title: '检查任务',
    anyOf: ['task.inspect'],
    load: () => import('./tasks/task-list-page'),
    nav: { icon: CarryOutOutlined, order: 300, phone: 1 },
  },
  {
    path: 'tasks/:id',
    title: '检查任务',
    anyOf: ['task.inspect', 'task.read'],
    load: () => import('./tasks/task-page'),
  },
  {
    path: 'recusals',
    title: '我要回避',
    anyOf: ['task.inspect'],
    load: () => import('./recusals/own-recusals-page'),
    nav: { icon: StopOutlined, order: 310 },
  },
  {
    path: 'plans',
    title: '抽查计划',
    anyOf: ['plan.read'],
    load: () => import('./plans/plan-list-page'),
    nav: { icon: ProfileOutlined, order: 320, phone: 2 },
  },
  {
    path: 'plans/new',
    title: '制定抽查计划',
    anyOf: ['plan.manage'],
    load: () => import('./plans/new-plan-page'),
  },
  {
    path: 'plans/:id',
    title: '抽查计划',
    anyOf: ['plan.read'],
    load: () => import('./plans/plan-page'),
  },
  {
    path: 'draws',
    title: '随机抽取',
    anyOf: ['draw.read'],
    load: () => import('./draws/draw-list-page'),
    nav: { icon: TrophyOutlined, order: 330, phone: 3 },
  },
  {
    path: 'draws/:id',
    title: '随机抽取',
    anyOf: ['draw.read'],
    load: () => import('./draws/draw-page'),
  },
  {
    path: 'results',
    title: '检查结果',
    anyOf: ['result.read'],
    load: () => import('./results/result-list-page'),
    nav: { icon: FileDoneOutlined, order: 340, phone: 4 },
  },
  {
    path: 'results/:id',
    title: '检查结果',
    anyOf: ['result.read'],
    load: () => import('./results/result-page'),
  },
  {
    path: 'inspectors',
    title: '检查人员名录',
    anyOf: ['inspector.read'],
    load: () => import('./inspectors/inspector-list-page'),
    nav: { icon: IdcardOutlined, order: 350 },
  },
  {
    path: 'inspectors/new',
    title: '登记检查人员',
    anyOf: ['inspector.manage'],
    load: () => import('./inspectors/new-inspector-page'),
  },
  {
    path: 'inspectors/:id',
    title: '检查人员',
    anyOf: ['inspector.read'],
    load: () => import('./inspectors/inspector-page'),
  },
  {
    path: 'items',
    title: '抽查事项',
    anyOf: ['plan.read'],
    load: () => import('./items/item-list-page'),
    nav: { icon: OrderedListOutlined, order: 360 },
  },
];
