import { FILING_TYPE_LABELS, KIND_LABELS, type FilingType, type Kind } from '@zhaoguan/contracts';
import type { Application } from './application';
import { statusActionOf } from './filing-types';

export const SITE_NAMES: Readonly<Record<Kind | 'HOME', string>> = { ...KIND_LABELS, HOME: '家庭托育点' };

/** What a receipt is called: 养老机构备案回执, 托育机构暂停服务备案回执. */
export function receiptTitle(filing: {
  readonly kind: Kind;
  readonly type: FilingType;
  readonly siteType: Application['siteType'];
}): string {
  const act = statusActionOf(filing.type) === undefined ? '' : FILING_TYPE_LABELS[filing.type];
  return `${SITE_NAMES[filing.siteType ?? filing.kind]}${act}备案回执`;
}
