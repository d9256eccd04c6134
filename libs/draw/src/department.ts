import { AvailableList } from './available-list';
import type { Inspector } from './types';

/** What step 5 needs to know of a drawn target. */
export interface Place {
  readonly target: string;
  readonly district: string;
}

const NOBODY = new AvailableList([]);

/**
 * One department's inspectors during a draw, numbered in ascending order of id. Those of one district and those of all
 * districts are kept in two lists, so that an inspector who is full leaves few lists and not one for every district.
 */
export class Department {
  readonly ids: readonly string[];
  readonly loads: Int32Array;
  private readonly numbers: ReadonlyMap<string, number>;
  private readonly everywhere: AvailableList;
  private readonly local = new Map<string, AvailableList>();
  private readonly listsOf: AvailableList[][];

  /** The inspectors must be ascending by id; those of other departments are passed over. */
  constructor(
    readonly name: string,
    inspectors: readonly Inspector[],
    private readonly maxLoad: number,
  ) {
    const own = inspectors.filter((inspector) => inspector.department === name);
    this.ids = own.map((inspector) => inspector.id);
    this.numbers = new Map(this.ids.map((id, number) => [id, number]));
    this.loads = new Int32Array(own.length);
    this.listsOf = own.map(() => []);
    const members = new Map<string, number[]>();
    own.forEach(({ districts }, number) => {
      for (const district of new Set(districts)) {
        const list = members.get(district);
        if (list) list.push(number);
        else members.set(district, [number]);
      }
    });
    for (const [district, numbers] of members) this.local.set(district, this.listOf(numbers));
    this.everywhere = this.local.get('*') ?? NOBODY;
  }

  private listOf(numbers: readonly number[]): AvailableList {
    const list = new AvailableList(numbers);
    for (const number of numbers) this.listsOf[number]!.push(list);
    return list;
  }

  numberOf(inspector: string): number | undefined {
    return this.numbers.get(inspector);
  }

  hasRoom(number: number): boolean {
    return this.loads[number]! < this.maxLoad;
  }

  addLoad(number: number): void {
    this.loads[number]!++;
    if (!this.hasRoom(number)) for (const list of this.listsOf[number]!) list.remove(number);
  }

  /** The two lists whose members cover a district; no inspector is in both. */
  covering(district: string): Coverage {
    return new Coverage(this.local.get(district) ?? NOBODY, this.everywhere);
  }
}

/** Everybody who covers one district. */
export class Coverage {
  constructor(
    readonly local: AvailableList,
    readonly everywhere: AvailableList,
  ) {}

  get available(): number {
    return this.local.count + this.everywhere.count;
  }

  has(number: number): boolean {
    return this.local.has(number) || this.everywhere.has(number);
  }

  availableBelow(number: number): number {
    return this.local.countBelow(number) + this.everywhere.countBelow(number);
  }

  /** The available inspector with exactly `k` available ones before, of `size` inspectors in all. */
  kth(k: number, size: number): number {
    if (this.everywhere.count === 0) return this.local.kth(k);
    if (this.local.count === 0) return this.everywhere.kth(k);
    let low = 0;
    let high = size - 1;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.availableBelow(middle + 1) > k) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
