import type { DrawResult, Team } from './types';

/** 补抽: the target that takes the place of one that turned out to be closed or moved away, with its team. */
export interface Replacement {
  readonly voided: string;
  readonly target: string;
  readonly stratum: string;
  readonly ticket: string;
  readonly teams: readonly Team[];
}

/** 替补检查人员: the inspector who takes the place of one who cannot go any more. */
export interface StandIn {
  readonly target: string;
  readonly department: string;
  readonly left: string;
  /** Null: nobody could go, and the target's inspection was called off (终止检查). */
  readonly joined: string | null;
  /** Candidates who could not go either, ascending: whoever recomputes leaves them out. */
  readonly absent: readonly string[];
}

/** A target that is to be inspected, and by whom. */
export interface Standing {
  readonly stratum: string;
  readonly teams: readonly Team[];
}

/**
 * The drawn targets that were not replaced, the replacements that were not replaced in their turn, and their teams as they
 * stand. A replacement has teams that know of everything before it, so each stand-in is counted where its team is.
 */
export function standingTeams(
  { selected }: Pick<DrawResult, 'selected'>,
  replacements: readonly Replacement[],
  standIns: readonly StandIn[],
): Map<string, Standing> {
  const standing = new Map<string, Standing>(selected.map((one) => [one.target, one]));
  for (const replacement of replacements) {
    standing.delete(replacement.voided);
    standing.set(replacement.target, replacement);
  }
  for (const { target, left, joined } of standIns) {
    const one = standing.get(target);
    if (one && joined === null) standing.delete(target);
    else if (one && joined !== null)
      standing.set(target, { ...one, teams: one.teams.map((team) => exchanged(team, left, joined)) });
  }
  return standing;
}

function exchanged({ department, inspectors }: Team, left: string, joined: string): Team {
  return { department, inspectors: inspectors.map((id) => (id === left ? joined : id)) };
}

export function loadsOf(standing: ReadonlyMap<string, Standing>): Map<string, number> {
  const loads = new Map<string, number>();
  for (const { teams } of standing.values()) {
    for (const id of teams.flatMap((team) => team.inspectors)) loads.set(id, (loads.get(id) ?? 0) + 1);
  }
  return loads;
}

export function covers(districts: readonly string[], district: string): boolean {
  return districts.includes('*') || districts.includes(district);
}
