import type { PlanDemand, PlanStratum } from './plan';

/** How many targets of a stratum lie in a district. */
export interface TargetCount {
  readonly stratum: string;
  readonly district: string;
  readonly count: number;
}

/** An inspector as far as staffing is concerned. `districts` may be `['*']`. */
export interface Available {
  readonly department: string;
  readonly districts: readonly string[];
}

/** A department that cannot staff the draw, and by how many places (人次) in which districts; `*` is all together. */
export interface Shortage {
  readonly department: string;
  readonly missing: readonly {
    readonly district: string;
    readonly needed: number;
    readonly capacity: number;
  }[];
}

export interface Staffing {
  readonly strata: readonly (PlanStratum & { readonly targets: number; readonly drawn: number })[];
  readonly counts: readonly TargetCount[];
  readonly demands: readonly PlanDemand[];
  readonly maxLoad: number;
  readonly inspectors: readonly Available[];
}

/**
 * Shortages that are certain whatever the draw selects:
 * - a district in which a target may be drawn has fewer inspectors than one team needs. Were such a draw let through, it
 *   could only succeed by never selecting there, so those institutions would in truth not be in the hat;
 * - a district, or all together, must send more inspectors than the least number of targets drawn there allows for.
 * Conflicts and overlapping districts can make a draw infeasible beyond that; see `CheckStaffing`.
 */
export function certainShortages(staffing: Staffing): Shortage[] {
  return staffing.demands.flatMap((demand) => {
    const missing = [...districtsWithTargets(staffing), '*'].flatMap((district) => {
      const able = staffing.inspectors.filter(
        ({ department, districts }) => department === demand.department && covers(districts, district),
      ).length;
      const needed = neededIn(staffing, district) * demand.inspectors;
      const teamTooSmall = district !== '*' && mayBeDrawn(staffing, district) && able < demand.inspectors;
      const capacity = able * staffing.maxLoad;
      if (needed <= capacity && !teamTooSmall) return [];
      return [
        { district, needed: Math.max(needed, demand.inspectors), capacity: teamTooSmall ? able : capacity },
      ];
    });
    // The total says nothing new where a district is named already.
    const named = missing.filter(({ district }) => district !== '*');
    if (missing.length === 0) return [];
    return [{ department: demand.department, missing: named.length > 0 ? named : missing }];
  });
}

/** Whether nobody can ever be full and every district has its team: then any selection can be staffed. */
export function isCertainlyFeasible(staffing: Staffing, conflicts: number): boolean {
  const drawn = staffing.strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
  return conflicts === 0 && staffing.maxLoad >= drawn;
}

function districtsWithTargets({ counts }: Staffing): string[] {
  return [...new Set(counts.map(({ district }) => district))].sort();
}

function covers(districts: readonly string[], district: string): boolean {
  return district === '*' || districts.includes('*') || districts.includes(district);
}

function mayBeDrawn({ strata, counts }: Staffing, district: string): boolean {
  return counts.some(
    (count) =>
      count.district === district && strata.some(({ key, drawn }) => key === count.stratum && drawn > 0),
  );
}

/** The least number of targets that are drawn in a district: what cannot be taken from elsewhere. */
function neededIn({ strata, counts }: Staffing, district: string): number {
  return strata.reduce((sum, { key, targets, drawn }) => {
    if (district === '*') return sum + drawn;
    const here = counts
      .filter((count) => count.stratum === key && count.district === district)
      .reduce((total, { count }) => total + count, 0);
    return sum + Math.max(0, drawn - (targets - here));
  }, 0);
}
