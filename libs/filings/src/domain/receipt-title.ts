import { noticeInWords, SITE_NAMES, type FilingType, type Kind, type Regime } from '@zhaoguan/contracts';
import type { Application } from './application';
import { isNotice } from './filing-types';

/** What a receipt is called: 养老机构备案回执, 托育机构暂停服务备案回执; and what takes its place under a licence: 托育机构服务许可证. */
export function receiptTitle(filing: {
  readonly kind: Kind;
  readonly type: FilingType;
  readonly regime: Regime;
  readonly siteType: Application['siteType'];
  readonly prolongs?: object | boolean | null;
}): string {
  const act = isNotice(filing.type) ? noticeInWords(filing) : '';
  const site = SITE_NAMES[filing.siteType ?? filing.kind];
  if (filing.regime === 'FILING') return `${site}${act}备案回执`;
  return act === '' ? `${site}服务许可证` : `${site}${act}登记回执`;
}
