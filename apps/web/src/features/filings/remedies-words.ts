import { dayInWords } from '../../shared/ui/dates';
import { asksForLicence } from './filing-words';
import type { Filing } from './queries';

/**
 * What one may do against a refusal, where and until when (下一步); nothing where it was granted later.
 * @law 行政复议法第二十条、第二十四条；行政诉讼法第四十六条
 */
export function remediesInWords({
  remedies,
  since,
  regime,
  type,
}: Pick<Filing, 'remedies' | 'since' | 'regime' | 'type'>): string[] {
  if (remedies === null || since?.again?.status === 'ACCEPTED') return [];
  const { reviewBody, reconsiderationDays, litigationMonths } = remedies;
  const { servedOn, reconsiderationUntil, litigationUntil } = remedies;
  if (servedOn === null || reconsiderationUntil === null || litigationUntil === null) {
    const paper = asksForLicence({ regime, type }) ? '决定书' : '告知书';
    return [
      `不服这一决定的，可以自收到${paper}之日起 ${reconsiderationDays} 日内向${reviewBody}申请行政复议，也可以自收到之日起 ${litigationMonths} 个月内依法提起行政诉讼。`,
    ];
  }
  return [
    `不服这一决定的，最迟 ${dayInWords(reconsiderationUntil)}向${reviewBody}申请行政复议（${reconsiderationDays} 日），或者最迟 ${dayInWords(litigationUntil)}依法提起行政诉讼（${litigationMonths} 个月）；期限自 ${dayInWords(servedOn)}送达您的账号起计算。`,
  ];
}
