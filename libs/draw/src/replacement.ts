import { infeasible } from './assign';
import { conflictsByTarget } from './draw';
import { DrawError } from './draw.errors';
import { fromHex, taggedHash, toHex, utf8, type Hash } from './hash';
import { Picker } from './pick';
import { ascending } from './read-input';
import { covers, loadsOf, standingTeams, type Replacement, type StandIn } from './standing';
import type { Announcement, Conflict, DrawResult, Inspector, Target, Team } from './types';

/** A draw that was computed or verified, what became of its teams so far in its order, and the target to replace. */
export interface ReplacementInput {
  readonly announcement: Pick<Announcement, 'demands' | 'maxLoad'>;
  readonly targets: readonly Target[];
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  readonly result: DrawResult;
  readonly replacements: readonly Replacement[];
  readonly standIns?: readonly StandIn[];
  readonly voided: string;
}

/**
 * The first reserve of the voided target's stratum that was not used yet, with a team picked as in step 5, without
 * repair, after the voided target's team is released.
 * @throws DrawError NOT_SELECTED, RESERVES_EXHAUSTED, or INFEASIBLE when a place of the team finds nobody
 */
export function pickReplacement(input: ReplacementInput, hash: Hash): Replacement {
  const { voided, result, replacements, standIns = [], targets } = input;
  const standing = standingTeams(result, replacements, standIns);
  const stratum = standing.get(voided)?.stratum;
  if (stratum === undefined) {
    throw new DrawError('NOT_SELECTED', [voided], {
      path: 'voided',
      expected: '抽中且未被替换的对象',
      found: voided,
    });
  }
  standing.delete(voided);
  const used = new Set(replacements.map((replacement) => replacement.target));
  const id = result.reserves[stratum]?.find((reserve) => !used.has(reserve));
  const target = targets.find((candidate) => candidate.id === id);
  if (target === undefined) {
    const path = `result.reserves.${stratum}`;
    throw new DrawError('RESERVES_EXHAUSTED', [stratum], {
      path,
      expected: '未用过的备选对象',
      found: '无',
    });
  }
  const seed = fromHex(result.seed);
  return {
    voided,
    target: target.id,
    stratum,
    ticket: toHex(taggedHash(hash, 'target', seed, utf8(target.id))),
    teams: pickTeams(input, target, loadsOf(standing), new Picker(hash, seed)),
  };
}

/** Step 5 for one target, as the specification words it: a handful of picks needs no index. */
function pickTeams(
  { announcement, inspectors, conflicts }: ReplacementInput,
  target: Target,
  loads: Map<string, number>,
  picker: Picker,
): Team[] {
  const barred = conflictsByTarget(conflicts).get(target.id);
  const eligible = inspectors
    .filter(({ id, districts }) => !barred?.has(id) && covers(districts, target.district))
    .sort((a, b) => ascending(a.id, b.id));
  return announcement.demands.map(({ department, inspectors: wanted }) => {
    const team: string[] = [];
    for (let slot = 0; slot < wanted; slot++) {
      const candidates = eligible.filter(
        ({ id, department: own }) =>
          own === department && !team.includes(id) && (loads.get(id) ?? 0) < announcement.maxLoad,
      );
      if (candidates.length === 0) throw infeasible(target.id, department, slot, wanted);
      const chosen = candidates[picker.pick(target.id, department, slot, candidates.length)]!;
      loads.set(chosen.id, (loads.get(chosen.id) ?? 0) + 1);
      team.push(chosen.id);
    }
    return { department, inspectors: team.sort(ascending) };
  });
}
