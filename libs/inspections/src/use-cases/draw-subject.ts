import { isDue, parseBeacon } from '@zhaoguan/draw';
import type { Draw } from '../domain/draw';
import type { DrawSubject } from '../domain/draw.process';

/** What its row does not say; an act that does not ask for it need not look it up. */
type Known = Partial<Pick<DrawSubject, 'beaconEnterers' | 'outstandingTasks' | 'begunTasks'>>;

/** A draw as the guards of its process look at it at an instant. */
export function drawSubject(draw: Draw, at: Date, known: Known = {}): DrawSubject {
  const { beaconEnterers = [], ...counted } = known;
  const { announcedBy, beaconEnteredBy, beaconConfirmedBy, beaconValue } = draw;
  const { beaconSource: source, beaconRound: round } = draw;
  const beacon = parseBeacon({ source, round });
  // By its number alone it may be known from its earliest instant on, whether anybody has entered it here or not.
  const beaconMayBeKnown = beaconValue !== null || (beacon.ok && isDue(beacon.parts, at));
  return {
    announcedBy,
    // The row knows the last of them only.
    beaconEnterers: beaconEnteredBy === null ? beaconEnterers : [...beaconEnterers, beaconEnteredBy],
    beaconConfirmedBy,
    beaconValue,
    beaconMayBeKnown,
    outstandingTasks: 0,
    begunTasks: 0,
    ...counted,
  };
}
