import { FileDoneOutlined, SolutionOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const ENFORCEMENT_PAGES: readonly PageDefinition[] = [
  {
    path: 'cases',
    title: '处罚案件',
    anyOf: ['case.read'],
    load: () => import('./case-list-page'),
    nav: { icon: SolutionOutlined, order: 300, phone: 1 },
  },
  { path: 'cases/new', title: '立案', anyOf: ['case.manage'], load: () => import('./new-case-page') },
  { path: 'cases/:id', title: '处罚案件', anyOf: ['case.read'], load: () => import('./case-page') },
  {
    path: 'my/cases',
    title: '处罚案件',
    anyOf: ['case.state'],
    load: () => import('./my-case-list-page'),
    nav: { icon: FileDoneOutlined, order: 220, phone: 2 },
  },
  {
    path: 'my/cases/:id',
    title: '处罚案件',
    anyOf: ['case.state'],
    load: () => import('./my-case-page'),
  },
];
