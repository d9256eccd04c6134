import { infeasible } from './assign';
import { conflictsByTarget } from './draw';
import { DrawError } from './draw.errors';
import { fromHex, taggedHash, toHex, utf8, type Hash } from './hash';
import { Picker } from './pick';
import { ascending } from './read-input';
import type { Announcement, Conflict, DrawResult, Inspector, Target, Team } from './types';

/** 补抽: the target that takes the place of one that turned out to be closed or moved away, with its team. */
export interface Replacement {
  readonly voided: string;
  readonly target: string;
  readonly stratum: string;
  readonly ticket: string;
  readonly teams: readonly Team[];
}

/** A draw that was computed or verified, the replacements made so far in their order, and the target to replace. */
export interface ReplacementInput {
  readonly announcement: Pick<Announcement, 'demands' | 'maxLoad'>;
  readonly targets: readonly Target[];
  readonly inspectors: readonly Inspector[];
  readonly conflicts: readonly Conflict[];
  readonly result: DrawResult;
  readonly replacements: readonly Replacement[];
  readonly voided: string;
}

interface Standing {
  readonly stratum: string;
  readonly teams: readonly Team[];
}

/**
 * The first reserve of the voided target's stratum that was not used yet, with a team picked as in step 5, without
 * repair, after the voided target's team is released.
 * @throws DrawError NOT_SELECTED, RESERVES_EXHAUSTED, or INFEASIBLE when a place of the team finds nobody
 */
export function pickReplacement(input: ReplacementInput, hash: Hash): Replacement {
  const { voided, result, replacements, targets } = input;
  const standing = standingTargets(result, replacements);
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

/** The drawn targets that were not replaced, and the replacements that were not replaced in their turn. */
function standingTargets(result: DrawResult, replacements: readonly Replacement[]): Map<string, Standing> {
  const standing = new Map<string, Standing>(result.selected.map((selected) => [selected.target, selected]));
  for (const replacement of replacements) {
    standing.delete(replacement.voided);
    standing.set(replacement.target, replacement);
  }
  return standing;
}

function loadsOf(standing: ReadonlyMap<string, Standing>): Map<string, number> {
  const loads = new Map<string, number>();
  for (const { teams } of standing.values()) {
    for (const id of teams.flatMap((team) => team.inspectors)) loads.set(id, (loads.get(id) ?? 0) + 1);
  }
  return loads;
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

function covers(districts: readonly string[], district: string): boolean {
  return districts.includes('*') || districts.includes(district);
}
