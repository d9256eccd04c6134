import { EXPIRY_WHAT_LABELS, RENEWAL_WAITS_LABEL, type EventMap } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import type { InstitutionFacts } from './facts';
import type { Notice } from './notification';
import { inWords } from './notices';

/**
 * That something of an institution ends soon, ends today, or has ended while nobody looked.
 * @param isRenewalWaiting of a licence that was asked to go on: it waits for the authority, and the institution is asked for nothing
 */
export function expiryNotice(
  { name }: InstitutionFacts,
  { institutionId, what, count, endsOn, daysLeft, stage }: EventMap['expiry.near'],
  isRenewalWaiting: boolean,
): Notice {
  const thing = `${EXPIRY_WHAT_LABELS[what]}${count > 1 ? `（${count} 项）` : ''}`;
  const day = inWords(plainDate(endsOn));
  const first = count > 1 ? '最早' : '';
  const [when, asked] =
    daysLeft > 0
      ? [`${first}将于${day}到期（还有${daysLeft}天）`, '请及时续期并报送']
      : [daysLeft === 0 ? `${first}今天到期` : `${first}已于${day}到期`, '请尽快续期并报送'];
  const notice: Notice = {
    type: 'EXPIRY_NEAR',
    subject: { type: 'expiry', id: institutionId },
    title: `${name}的${thing}${when}，${isRenewalWaiting ? RENEWAL_WAITS_LABEL : asked}`,
  };
  // The first notice only says so; from the second on it waits for the institution.
  if (isRenewalWaiting) return notice;
  return stage >= 2 ? { ...notice, awaits: { type: 'EXPIRY_TO_RENEW', matterId: institutionId } } : notice;
}
