import { Mark } from '../../shared/ui/mark';
import { Status } from '../../shared/ui/status';
import type { ExpiryLine } from './queries';

/** From here on the institution has it among what waits for it. */
const NEAR_DAYS = 30;

/** Where something that ends stands; what is still good and ends soon is not shown like what has years to go. */
export function ExpiryState({ line: { status, daysLeft } }: { readonly line: ExpiryLine }) {
  if (status === 'WATCHED' && daysLeft <= NEAR_DAYS) return <Mark tone="attention">即将到期</Mark>;
  return <Status process="expiry" status={status} />;
}
