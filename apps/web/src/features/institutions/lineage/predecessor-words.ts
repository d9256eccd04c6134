import { INSTITUTION_STATUS_LABELS } from '@zhaoguan/contracts';
import type { InstitutionLine } from '../queries';

/**
 * Why an institution is not chosen as a predecessor (此前的机构); undefined where it may be. Whoever stands there still has not been followed by
 * anybody: two would serve at one address, and its residents would be nobody's.
 */
export function stillThere({
  status,
  filingEndedAs,
}: Pick<InstitutionLine, 'status' | 'filingEndedAs'>): string | undefined {
  if (status === 'CLOSED' || filingEndedAs !== null) return undefined;
  return `${INSTITUTION_STATUS_LABELS[status]}，终止或者注销以后才能登记`;
}

/** What to do where the one that was followed has not ended yet (承接). */
export const HOW_TO_FOLLOW =
  '承接还在名录中的机构的：先由原机构办理终止服务（写明由谁承接、服务对象怎样安置），原机构不办理的，由主管机关注销；终止生效以后，在本机构的这一页登记。';
