import { DrawError } from './draw.errors';
import type { Coverage, Department, Place } from './department';
import type { Picker } from './pick';
import { Repair, type Teams } from './repair';

/** 回避 by target: the inspectors who must not be sent there. */
export type ConflictIndex = ReadonlyMap<string, ReadonlySet<string>>;

const NONE: ReadonlySet<number> = new Set();

/**
 * Teams of one department, built target by target in order of rank (step 5). Inspectors and targets are numbers here:
 * place in the department, and rank less one.
 */
export class Assignment implements Teams {
  readonly teams: number[][];
  /** The targets each inspector serves, ascending. */
  readonly serves: number[][];
  private readonly repair: Repair;

  constructor(
    readonly department: Department,
    readonly places: readonly Place[],
    private readonly conflicts: ConflictIndex,
    private readonly picker: Picker,
  ) {
    this.teams = places.map(() => []);
    this.serves = department.ids.map(() => []);
    this.repair = new Repair(this);
  }

  /** @throws DrawError INFEASIBLE when no assignment exists at all */
  fill(rank: number, inspectors: number): void {
    const { target, district } = this.places[rank]!;
    const coverage = this.department.covering(district);
    const barred = this.barred(target);
    for (let slot = 0; slot < inspectors; slot++) {
      const candidate = this.candidate(rank, slot, coverage, barred);
      if (candidate !== undefined) {
        this.department.addLoad(candidate);
        this.join(candidate, rank);
      } else if (!this.repair.run(rank)) {
        throw infeasible(target, this.department.name, slot, inspectors);
      }
    }
  }

  /** The department's inspectors in conflict with the target, as numbers. */
  barred(target: string): ReadonlySet<number> {
    const conflicting = this.conflicts.get(target);
    if (!conflicting) return NONE;
    const numbers = new Set<number>();
    for (const inspector of conflicting) {
      const number = this.department.numberOf(inspector);
      if (number !== undefined) numbers.add(number);
    }
    return numbers;
  }

  private candidate(
    rank: number,
    slot: number,
    coverage: Coverage,
    barred: ReadonlySet<number>,
  ): number | undefined {
    const excluded = [...new Set([...barred, ...this.teams[rank]!])]
      .filter((number) => this.department.hasRoom(number) && coverage.has(number))
      .sort((a, b) => a - b);
    const m = coverage.available - excluded.length;
    if (m <= 0) return undefined;
    let k = this.picker.pick(this.places[rank]!.target, this.department.name, slot, m);
    // The lists still hold the excluded: step over each that lies at or before the one counted to.
    for (const number of excluded) if (coverage.availableBelow(number) <= k) k++;
    return coverage.kth(k, this.department.ids.length);
  }

  join(inspector: number, rank: number): void {
    this.teams[rank]!.push(inspector);
    const served = this.serves[inspector]!;
    let at = served.length;
    while (at > 0 && served[at - 1]! > rank) at--;
    served.splice(at, 0, rank);
  }

  leave(inspector: number, rank: number): void {
    const team = this.teams[rank]!;
    team.splice(team.indexOf(inspector), 1);
    const served = this.serves[inspector]!;
    served.splice(served.indexOf(rank), 1);
  }

  /** A target's team as ids, ascending. */
  teamIds(rank: number): string[] {
    return [...this.teams[rank]!].sort((a, b) => a - b).map((number) => this.department.ids[number]!);
  }
}

export function infeasible(target: string, department: string, found: number, wanted: number): DrawError {
  return new DrawError('INFEASIBLE', [target, department], {
    path: `teams of ${target}, ${department}`,
    expected: `${wanted} 名检查人员`,
    found: `只有 ${found} 名，且无人可以调换`,
  });
}
