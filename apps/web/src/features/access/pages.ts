import { TeamOutlined, ToolOutlined, UserOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const ACCESS_PAGES: readonly PageDefinition[] = [
  {
    path: 'people',
    title: '人员账号',
    anyOf: ['person.manage'],
    load: () => import('./people-page'),
    nav: { icon: TeamOutlined, order: 600, phone: 2 },
  },
  {
    path: 'people/new',
    title: '新建账号',
    anyOf: ['person.manage'],
    load: () => import('./new-person-page'),
  },
  { path: 'people/:id', title: '账号', anyOf: ['person.manage'], load: () => import('./person-page') },
  {
    path: 'jobs',
    title: '后台任务',
    anyOf: ['job.manage'],
    load: () => import('./jobs-page'),
    nav: { icon: ToolOutlined, order: 610, phone: 3 },
  },
  {
    path: 'me',
    title: '我的',
    anyOf: [],
    load: () => import('./me-page'),
    nav: { icon: UserOutlined, order: 900, phone: 9 },
  },
];
