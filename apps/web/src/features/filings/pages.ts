import { FileTextOutlined } from '@ant-design/icons';
import { LIST_WORDS } from '@zhaoguan/contracts';
import type { PageDefinition } from '../../app/page-definition';

export const FILING_PAGES: readonly PageDefinition[] = [
  {
    path: 'filings',
    title: LIST_WORDS.FILINGS.nav,
    titleWithLicences: LIST_WORDS.BOTH.nav,
    anyOf: ['filing.read'],
    load: () => import('./filing-list-page'),
    nav: { icon: FileTextOutlined, order: 100, phone: 1 },
  },
  { path: 'filings/new', title: '新办', anyOf: ['filing.file'], load: () => import('./new-filing-page') },
  {
    path: 'filings/assist',
    title: '窗口代办',
    anyOf: ['filing.assist'],
    load: () => import('./assistance/assist-page'),
  },
  { path: 'filings/:id', title: '办理情况', anyOf: ['filing.read'], load: () => import('./filing-page') },
  {
    path: 'filings/:id/form',
    title: '填写申请',
    anyOf: ['filing.file', 'filing.assist'],
    load: () => import('./form/form-page'),
  },
];
