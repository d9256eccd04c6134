import { isDue, parseBeacon } from '@zhaoguan/draw';
import type { Draw } from '../domain/draw';
import type { DrawSubject } from '../domain/draw.process';

/** A draw as the guards of its process look at it at an instant. */
export function drawSubject(draw: Draw, at: Date, outstandingTasks = 0): DrawSubject {
  const { announcedBy, beaconEnteredBy, beaconValue, beaconSource: source, beaconRound: round } = draw;
  const beacon = parseBeacon({ source, round });
  // By its number alone it may be known from its earliest instant on, whether anybody has entered it here or not.
  const beaconMayBeKnown = beaconValue !== null || (beacon.ok && isDue(beacon.parts, at));
  return { announcedBy, beaconEnteredBy, beaconValue, beaconMayBeKnown, outstandingTasks };
}
