import { BankOutlined } from '@ant-design/icons';
import type { PageDefinition } from '../../app/page-definition';

export const INSTITUTION_PAGES: readonly PageDefinition[] = [
  {
    path: 'institutions',
    title: '机构名录',
    anyOf: ['institution.read'],
    load: () => import('./institution-list-page'),
    nav: { icon: BankOutlined, order: 400, phone: 5 },
  },
  {
    path: 'institutions/imports',
    title: '导入名录',
    anyOf: ['institution.import'],
    load: () => import('./imports/import-page'),
  },
  {
    path: 'institutions/:id',
    title: '机构',
    anyOf: ['institution.read'],
    load: () => import('./institution-page'),
  },
];
