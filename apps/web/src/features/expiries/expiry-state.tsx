import { ENDS_SOON_LABEL, endsSoon, RENEWAL_WAITS_LABEL } from '@zhaoguan/contracts';
import { Mark } from '../../shared/ui/mark';
import { Status } from '../../shared/ui/status';
import type { ExpiryLine } from './queries';

/** Where something that ends stands. */
export function ExpiryState({ line: { status, daysLeft, renewalWaits } }: { readonly line: ExpiryLine }) {
  if (renewalWaits && status === 'WATCHED') return <Mark tone="running">{RENEWAL_WAITS_LABEL}</Mark>;
  if (endsSoon(status, daysLeft)) return <Mark tone="attention">{ENDS_SOON_LABEL}</Mark>;
  return <Status process="expiry" status={status} />;
}
