import { REMOVAL_WORDS } from '@zhaoguan/contracts';
import { dayInWords } from '../../shared/ui/dates';
import type { Filing } from './queries';

/** What is true no more of a decided case, for something came after it; null where nothing did. */
export function nextSince(
  {
    institutionStatus,
    replacedBy,
    licenceExpiredOn,
    prolongedBy,
    resumedBy,
    again,
  }: NonNullable<Filing['since']>,
  { type, status }: Pick<Filing, 'type' | 'status'>,
): string | null {
  if (again !== null)
    return again.status === 'ACCEPTED'
      ? '这次没有准予，以后重新提交的那一件已经准予，不必再办。'
      : '这次没有准予，您已经重新提交，请在新的那一件上办理。';
  if (status !== 'ACCEPTED') return null;
  if (resumedBy !== null) return '这次暂停已经结束：机构已办理恢复服务。';
  if (prolongedBy !== null && institutionStatus === 'SUSPENDED')
    return '这次填报的预计恢复服务日已经延长，以延长暂停服务的那一件为准。';
  if (institutionStatus === 'CLOSED' && type !== 'CLOSURE')
    return '这家机构已终止服务，不能再办理变更。重新开办的，重新办理首次备案或者申请许可。';
  if (licenceExpiredOn !== null)
    return `许可证${expiredInShort(licenceExpiredOn)}，没有延续，不能凭它提供服务（行政许可法第五十条、第七十条第一项）。继续提供服务的，请从机构页面申请延续。`;
  if (replacedBy === null || (type !== 'INITIAL' && type !== 'CHANGE')) return null;
  const { number, endedAs } = replacedBy;
  return endedAs === null
    ? `这次备案已由许可证 ${number} 代替。许可事项变更的，从机构页面申请变更。`
    : `这次备案已由许可证 ${number} 代替，${REMOVAL_WORDS.LICENCE.ends[endedAs]}，不能据以提供服务或者办理变更。`;
}

/** At the certificate of a licence that has expired. */
export const expiredInShort = (on: string): string => `有效期已于${dayInWords(on)}届满`;
