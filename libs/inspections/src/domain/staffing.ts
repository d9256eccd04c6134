import type { PlanDemand, PlanStratum } from './plan';

/** How many targets of a stratum lie in a district. */
export interface TargetCount {
  readonly stratum: string;
  readonly district: string;
  readonly count: number;
}

/** An inspector as far as staffing is concerned. `districts` may be `['*']`. */
export interface Available {
  readonly id: string;
  readonly department: string;
  readonly districts: readonly string[];
}

/** A recusal (回避) in force between an inspector and a target of the hat. */
export interface Recused {
  readonly inspector: string;
  readonly target: string;
  readonly stratum: string;
  readonly district: string;
}

/** Places (人次) that cannot be filled: in a district, in all together (`*`), or at one institution. */
export interface MissingPlaces {
  readonly district: string;
  readonly institutionId?: string;
  readonly needed: number;
  readonly capacity: number;
}

/** A department that cannot staff the draw, and where. */
export interface Shortage {
  readonly department: string;
  readonly missing: readonly MissingPlaces[];
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
 * Recusals and overlapping districts can make a draw infeasible beyond that; see `recusalShortages`, `CheckStaffing`.
 */
export function certainShortages(staffing: Staffing): Shortage[] {
  const needs = needsOf(staffing);
  return staffing.demands.flatMap((demand) => {
    const ableIn = ableOf(staffing.inspectors, demand.department);
    const missing = needs.flatMap(({ district, drawn, mayBeDrawn }): MissingPlaces[] => {
      const able = ableIn(district);
      const needed = drawn * demand.inspectors;
      const teamTooSmall = mayBeDrawn && able < demand.inspectors;
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

/** As many institutions as a refusal names; whoever mends those asks again. */
const NAMED_AT_MOST = 20;

/**
 * Institutions that may be drawn and to which recusals leave fewer inspectors than a team needs. A draw of them could
 * only succeed by never selecting there: whoever declares recusals would choose who is not inspected.
 */
export function recusalShortages(staffing: Staffing, recusals: readonly Recused[]): Shortage[] {
  const drawable = new Set<string>(staffing.strata.filter(({ drawn }) => drawn > 0).map(({ key }) => key));
  const relevant = recusals.filter(({ stratum }) => drawable.has(stratum));
  return staffing.demands.flatMap(({ department, inspectors: needed }) => {
    const ableIn = ableOf(staffing.inspectors, department);
    const missing = [...barredOf(staffing.inspectors, department, relevant)].flatMap(
      ([institutionId, { district, count }]): MissingPlaces[] => {
        const capacity = ableIn(district) - count;
        return capacity < needed ? [{ district, institutionId, needed, capacity }] : [];
      },
    );
    return missing.length === 0 ? [] : [{ department, missing: missing.slice(0, NAMED_AT_MOST) }];
  });
}

interface Barred {
  readonly district: string;
  readonly count: number;
}

/** How many of a department's inspectors who could be sent to a target are recused there, by target, ascending. */
function barredOf(
  inspectors: readonly Available[],
  department: string,
  recusals: readonly Recused[],
): Map<string, Barred> {
  const own = new Map(
    inspectors.filter((one) => one.department === department).map((one) => [one.id, one.districts]),
  );
  const barred = new Map<string, Barred>();
  for (const { inspector, target, district } of recusals) {
    const districts = own.get(inspector);
    if (!districts?.includes('*') && !districts?.includes(district)) continue;
    barred.set(target, { district, count: (barred.get(target)?.count ?? 0) + 1 });
  }
  return new Map([...barred].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Whether nobody can ever be full and every district has its team: then any selection can be staffed. */
export function isCertainlyFeasible(staffing: Staffing, conflicts: number): boolean {
  const drawn = staffing.strata.reduce((sum, stratum) => sum + stratum.drawn, 0);
  return conflicts === 0 && staffing.maxLoad >= drawn;
}

interface Need {
  readonly district: string;
  /** The least number of targets that are drawn there: what cannot be taken from elsewhere. */
  readonly drawn: number;
  /** Whether a target there may be drawn at all. */
  readonly mayBeDrawn: boolean;
}

/** Every district with targets, ascending, and `*` last. One pass: there may be thousands of districts. */
function needsOf({ strata, counts }: Staffing): Need[] {
  const sizes = new Map<string, { targets: number; drawn: number }>(
    strata.map(({ key, targets, drawn }) => [key, { targets, drawn }]),
  );
  const perDistrict = new Map<string, Map<string, number>>();
  for (const { district, stratum, count } of counts) {
    const here = perDistrict.get(district) ?? new Map<string, number>();
    perDistrict.set(district, here.set(stratum, (here.get(stratum) ?? 0) + count));
  }
  const needs = [...perDistrict.entries()].map(([district, here]): Need => {
    let drawn = 0;
    let mayBeDrawn = false;
    for (const [stratum, count] of here) {
      const size = sizes.get(stratum);
      if (!size) continue;
      drawn += Math.max(0, size.drawn - (size.targets - count));
      mayBeDrawn ||= size.drawn > 0;
    }
    return { district, drawn, mayBeDrawn };
  });
  const total = strata.reduce((sum, { drawn }) => sum + drawn, 0);
  return [
    ...needs.sort((a, b) => (a.district < b.district ? -1 : 1)),
    { district: '*', drawn: total, mayBeDrawn: false },
  ];
}

/** How many inspectors of a department can be sent to a district; to `*`, how many there are. */
function ableOf(inspectors: readonly Available[], department: string): (district: string) => number {
  const here = new Map<string, number>();
  let total = 0;
  for (const inspector of inspectors) {
    if (inspector.department !== department) continue;
    total += 1;
    for (const district of new Set(inspector.districts)) here.set(district, (here.get(district) ?? 0) + 1);
  }
  const everywhere = here.get('*') ?? 0;
  return (district) => (district === '*' ? total : everywhere + (here.get(district) ?? 0));
}
