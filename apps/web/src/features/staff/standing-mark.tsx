import type { StaffStanding } from '@zhaoguan/contracts';
import { Mark, type Tone } from '../../shared/ui/mark';

const TONES: Readonly<Record<StaffStanding, Tone>> = {
  BARRED: 'stopped',
  EXPIRED: 'attention',
  MISSING: 'attention',
  EXPIRING: 'running',
  VALID: 'good',
};

/** How somebody, or one thing that is asked of them, stands. */
export function StandingMark({
  standing,
  label,
}: {
  readonly standing: StaffStanding;
  readonly label: string;
}) {
  return <Mark tone={TONES[standing]}>{label}</Mark>;
}
