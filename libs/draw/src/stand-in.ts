import { conflictsByTarget } from './draw';
import { DrawError } from './draw.errors';
import { fromHex, type Hash } from './hash';
import { Picker } from './pick';
import { ascending } from './read-input';
import { covers, loadsOf, standingTeams, type Replacement, type StandIn } from './standing';
import type { Announcement, Conflict, DrawResult, Inspector, Target, Team } from './types';

/** A draw that was computed or verified, what became of its teams so far in its order, and who leaves which target. */
export interface StandInInput {
  readonly announcement: Pick<Announcement, 'demands' | 'maxLoad'>;
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  readonly result: Pick<DrawResult, 'seed' | 'selected'>;
  readonly replacements: readonly Replacement[];
  readonly standIns: readonly StandIn[];
  readonly target: Target;
  readonly left: string;
  /** Inspectors of the draw who cannot go at this moment. */
  readonly absent: ReadonlySet<string>;
}

/**
 * Somebody of the same department who can go, picked as in step 5 for the slot after the last one used: from those who
 * stood in this target's team before; where none of them can, from the others within maxLoad; where none of them can
 * either, from whoever is left, however many targets they have. Nobody only where all are absent.
 * @throws DrawError NOT_SELECTED when `left` does not stand in the target's team
 */
export function pickStandIn(input: StandInInput, hash: Hash): StandIn {
  const { result, replacements, standIns, target, left } = input;
  const standing = standingTeams(result, replacements, standIns);
  const team = standing.get(target.id)?.teams.find(({ inspectors }) => inspectors.includes(left));
  if (team === undefined) {
    throw new DrawError('NOT_SELECTED', [target.id, left], {
      path: 'left',
      expected: '检查组的现有成员',
      found: left,
    });
  }
  const { department } = team;
  const before = standIns.filter((one) => one.target === target.id && one.department === department);
  const slot = wantedOf(input, department) + before.length;
  const absent: string[] = [];
  for (const able of tiersOf(input, team, before, loadsOf(standing))) {
    absent.push(...able.filter((id) => input.absent.has(id)));
    const present = able.filter((id) => !input.absent.has(id));
    if (present.length === 0) continue;
    const picker = new Picker(hash, fromHex(result.seed));
    const joined = present[picker.pick(target.id, department, slot, present.length)]!;
    return { target: target.id, department, left, joined, absent: absent.sort(ascending) };
  }
  return { target: target.id, department, left, joined: null, absent: absent.sort(ascending) };
}

function wantedOf({ announcement }: StandInInput, department: string): number {
  return announcement.demands.find((demand) => demand.department === department)?.inspectors ?? 0;
}

/**
 * Who could take the place if all could go, ascending, those first who go before the others. Whoever was drawn comes back
 * first: were it the other way round, taking one after the other out for a moment would lead to any team at will.
 */
function tiersOf(
  { announcement, inspectors, conflicts, target }: StandInInput,
  { department, inspectors: members }: Team,
  before: readonly StandIn[],
  loads: ReadonlyMap<string, number>,
): string[][] {
  const barred = conflictsByTarget(conflicts).get(target.id);
  const able = inspectors
    .filter(
      ({ id, department: own, districts }) =>
        own === department && !members.includes(id) && !barred?.has(id) && covers(districts, target.district),
    )
    .map(({ id }) => id)
    .sort(ascending);
  const former = new Set(before.map(({ left }) => left));
  const others = able.filter((id) => !former.has(id));
  const isFull = (id: string): boolean => (loads.get(id) ?? 0) >= announcement.maxLoad;
  return [able.filter((id) => former.has(id)), others.filter((id) => !isFull(id)), others.filter(isFull)];
}
