import { ENDS_SOON_LABEL, endsSoon } from '@zhaoguan/contracts';
import { Mark } from '../../shared/ui/mark';
import { Status } from '../../shared/ui/status';
import type { ExpiryLine } from './queries';

/** Where something that ends stands. */
export function ExpiryState({ line: { status, daysLeft } }: { readonly line: ExpiryLine }) {
  if (endsSoon(status, daysLeft)) return <Mark tone="attention">{ENDS_SOON_LABEL}</Mark>;
  return <Status process="expiry" status={status} />;
}
