import type { AvailableList } from './available-list';
import type { Department, Place } from './department';

/** The teams of one department as a repair sees and changes them; targets by rank less one, inspectors by number. */
export interface Teams {
  readonly department: Department;
  readonly places: readonly Place[];
  readonly teams: readonly (readonly number[])[];
  /** The targets each inspector serves, ascending. */
  readonly serves: readonly (readonly number[])[];
  barred(target: string): ReadonlySet<number>;
  join(inspector: number, rank: number): void;
  leave(inspector: number, rank: number): void;
}

const NOBODY = -1;

/**
 * Finds room for one more inspector at a target where every candidate is full, by moving others along a shortest chain:
 * the breadth-first search of the specification. A tight draw repairs often, so marks are the number of the search that
 * set them, and the next search need not clear them.
 */
export class Repair {
  private search = 0;
  /** Inspector → the search that visited it, and the target from which. */
  private readonly visitedIn: Uint32Array;
  private readonly visitedFrom: Int32Array;
  /** Target → the search that reached it, and the inspector through whom; NOBODY for the target in need. */
  private readonly reachedIn: Uint32Array;
  private readonly reachedThrough: Int32Array;
  private readonly queue: Int32Array;
  private queued = 0;
  /** What one search has left unvisited of each list, so that it walks no list in full twice. */
  private remaining = new Map<AvailableList, readonly number[]>();

  constructor(private readonly assignment: Teams) {
    const { department, places } = assignment;
    this.visitedIn = new Uint32Array(department.ids.length);
    this.visitedFrom = new Int32Array(department.ids.length);
    this.reachedIn = new Uint32Array(places.length);
    this.reachedThrough = new Int32Array(places.length);
    this.queue = new Int32Array(places.length);
  }

  /** Whether the target got its inspector; if not, nothing has changed. */
  run(short: number): boolean {
    this.search++;
    this.remaining = new Map();
    this.queued = 0;
    this.reach(short, NOBODY);
    for (let head = 0; head < this.queued; head++) {
      const target = this.queue[head]!;
      const free = this.visit(target);
      if (free !== undefined) {
        this.move(free, target);
        return true;
      }
    }
    return false;
  }

  private reach(target: number, through: number): void {
    if (this.reachedIn[target] === this.search) return;
    this.reachedIn[target] = this.search;
    this.reachedThrough[target] = through;
    this.queue[this.queued++] = target;
  }

  /**
   * Visits, ascending, each unvisited inspector who is eligible for the target and not in its team: queues the targets
   * of those who are full, and stops at the first who is not.
   */
  private visit(target: number): number | undefined {
    const { department, places, teams } = this.assignment;
    const { target: id, district } = places[target]!;
    const barred = this.assignment.barred(id);
    const team = teams[target]!;
    const coverage = department.covering(district);
    const local = this.left(coverage.local);
    const everywhere = this.left(coverage.everywhere);
    const passed = { local: [] as number[], everywhere: [] as number[] };
    for (let i = 0, j = 0; i < local.length || j < everywhere.length;) {
      const isLocal = j >= everywhere.length || local[i]! < everywhere[j]!;
      const inspector = isLocal ? local[i++]! : everywhere[j++]!;
      if (this.visitedIn[inspector] === this.search) continue;
      if (barred.has(inspector) || team.includes(inspector)) {
        (isLocal ? passed.local : passed.everywhere).push(inspector);
        continue;
      }
      this.visitedIn[inspector] = this.search;
      this.visitedFrom[inspector] = target;
      if (department.hasRoom(inspector)) return inspector;
      for (const served of this.assignment.serves[inspector]!) this.reach(served, inspector);
    }
    this.remaining.set(coverage.local, passed.local).set(coverage.everywhere, passed.everywhere);
    return undefined;
  }

  private left(list: AvailableList): readonly number[] {
    return this.remaining.get(list) ?? list.members;
  }

  private move(inspector: number, target: number): void {
    this.assignment.department.addLoad(inspector);
    this.assignment.join(inspector, target);
    for (let at = target; ;) {
      const through = this.reachedThrough[at]!;
      if (through === NOBODY) return;
      this.assignment.leave(through, at);
      at = this.visitedFrom[through]!;
      this.assignment.join(through, at);
    }
  }
}
