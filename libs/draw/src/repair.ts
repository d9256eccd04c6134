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

/**
 * Finds room for one more inspector at a target where every candidate is full, by moving others along a shortest chain:
 * the breadth-first search of the specification. One object serves one search.
 */
export class Repair {
  /** Inspector → the target from which it was visited. */
  private readonly visitedFrom = new Map<number, number>();
  /** Target → the inspector through whom it was reached; the target in need is reached through nobody. */
  private readonly reachedThrough = new Map<number, number | undefined>();
  /** What is still unvisited of each list, so that no list is walked in full twice. */
  private readonly remaining = new Map<AvailableList, readonly number[]>();

  constructor(private readonly assignment: Teams) {}

  /** Whether the target got its inspector; if not, nothing has changed. */
  run(short: number): boolean {
    this.reachedThrough.set(short, undefined);
    const queue = [short];
    for (let head = 0; head < queue.length; head++) {
      const target = queue[head]!;
      for (const inspector of this.visit(target)) {
        if (this.assignment.department.hasRoom(inspector)) {
          this.move(inspector, target);
          return true;
        }
        for (const served of this.assignment.serves[inspector]!) {
          if (this.reachedThrough.has(served)) continue;
          this.reachedThrough.set(served, inspector);
          queue.push(served);
        }
      }
    }
    return false;
  }

  /** Marks and yields, ascending, each unvisited inspector who is eligible for the target and not in its team. */
  private *visit(target: number): Generator<number> {
    const { department, places, teams } = this.assignment;
    const { target: id, district } = places[target]!;
    const unfit = new Set([...this.assignment.barred(id), ...teams[target]!]);
    const { local, everywhere } = department.covering(district);
    const passed = { local: [] as number[], everywhere: [] as number[] };
    for (const [inspector, list] of merged(this.left(local), this.left(everywhere))) {
      if (this.visitedFrom.has(inspector)) continue;
      if (unfit.has(inspector)) {
        passed[list].push(inspector);
        continue;
      }
      this.visitedFrom.set(inspector, target);
      yield inspector;
    }
    this.remaining.set(local, passed.local);
    this.remaining.set(everywhere, passed.everywhere);
  }

  private left(list: AvailableList): readonly number[] {
    return this.remaining.get(list) ?? list.members;
  }

  private move(inspector: number, target: number): void {
    this.assignment.department.addLoad(inspector);
    this.assignment.join(inspector, target);
    for (let at = target; ;) {
      const through = this.reachedThrough.get(at);
      if (through === undefined) return;
      this.assignment.leave(through, at);
      at = this.visitedFrom.get(through)!;
      this.assignment.join(through, at);
    }
  }
}

/** Two ascending lists without a common member as one, each member with the list it is from. */
function* merged(
  local: readonly number[],
  everywhere: readonly number[],
): Generator<[number, 'local' | 'everywhere']> {
  let i = 0;
  let j = 0;
  while (i < local.length || j < everywhere.length) {
    if (j >= everywhere.length || local[i]! < everywhere[j]!) yield [local[i++]!, 'local'];
    else yield [everywhere[j++]!, 'everywhere'];
  }
}
