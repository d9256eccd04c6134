import type { Urgency } from '@zhaoguan/contracts';
import type { Tone } from '../../shared/ui/mark';

/** How near a last day is, as a tone. */
export const URGENCY_TONES: Readonly<Record<Urgency, Tone>> = {
  OVERDUE: 'stopped',
  TODAY: 'attention',
  SOON: 'attention',
  LATER: 'plain',
  NONE: 'plain',
};
