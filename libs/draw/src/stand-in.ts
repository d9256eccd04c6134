import { conflictsByTarget } from './draw';
import { DrawError } from './draw.errors';
import { fromHex, type Hash } from './hash';
import { Picker } from './pick';
import { ascending } from './read-input';
import { covers, loadsOf, standingTeams, type Replacement, type StandIn } from './standing';
import type { Announcement, Conflict, DrawResult, Inspector, Target } from './types';

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
 * Somebody of the same department, picked as in step 5 for the slot after the last one used, from those who can go and
 * were never in this target's team, or else from those who were and can go again; nobody where all are absent.
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
  const everInTeam = new Set([...team.inspectors, ...before.map((one) => one.left)]);
  const loads = loadsOf(standing);
  let able = candidates(input, department, everInTeam, loads);
  // Who was in this team before comes back when nobody else can go.
  if (able.every((id) => input.absent.has(id))) {
    able = candidates(input, department, new Set(team.inspectors), loads);
  }
  const present = able.filter((id) => !input.absent.has(id));
  const absent = able.filter((id) => input.absent.has(id));
  if (present.length === 0) return { target: target.id, department, left, joined: null, absent };
  const picker = new Picker(hash, fromHex(result.seed));
  const slot = wantedOf(input, department) + before.length;
  const joined = present[picker.pick(target.id, department, slot, present.length)]!;
  return { target: target.id, department, left, joined, absent };
}

function wantedOf({ announcement }: StandInInput, department: string): number {
  return announcement.demands.find((demand) => demand.department === department)?.inspectors ?? 0;
}

/** Who could take the place if all could go, ascending. */
function candidates(
  { announcement, inspectors, conflicts, target }: StandInInput,
  department: string,
  everInTeam: ReadonlySet<string>,
  loads: ReadonlyMap<string, number>,
): string[] {
  const barred = conflictsByTarget(conflicts).get(target.id);
  return inspectors
    .filter(
      ({ id, department: own, districts }) =>
        own === department &&
        !everInTeam.has(id) &&
        !barred?.has(id) &&
        covers(districts, target.district) &&
        (loads.get(id) ?? 0) < announcement.maxLoad,
    )
    .map(({ id }) => id)
    .sort(ascending);
}
