import { districtPrefix } from '@zhaoguan/kernel';

/** Collects the conditions of a query and their parameters, so that no value is ever written into SQL text. */
export class Conditions {
  readonly terms: string[] = [];

  constructor(readonly parameters: unknown[] = []) {}

  /** Other conditions of the same statement. */
  beside(): Conditions {
    return new Conditions(this.parameters);
  }

  /** Takes a value, answers with its placeholder. */
  bind(value: unknown): string {
    this.parameters.push(value);
    return `$${this.parameters.length}`;
  }

  add(term: string): void {
    this.terms.push(term);
  }

  /** An absent value asks for nothing. */
  equal(column: string, value: unknown): void {
    if (value !== undefined) this.add(`${column} = ${this.bind(value)}`);
  }

  /**
   * Everything inside the district: a city's code covers its counties. A range, not LIKE, for a range uses the index
   * under any collation.
   */
  within(column: string, district: string | undefined): void {
    if (district === undefined) return;
    const prefix = districtPrefix(district);
    if (prefix === district) return this.equal(column, district);
    const after = String(Number(prefix) + 1);
    this.add(`${column} >= ${this.bind(prefix)} and ${column} < ${this.bind(after)}`);
  }

  /** Names that hold the fragment, row by row: an index must have found the rows. */
  nameHolds(column: string, fragment: string): void {
    this.add(this.holds(column, fragment));
  }

  /** The same as a term, to be joined with others. */
  holds(column: string, fragment: string): string {
    const pattern = this.bind(`%${fragment.replace(/[\\%_]/g, '\\$&')}%`);
    // Chinese has no case, and a comparison that need not fold it is quicker.
    const hasCase = fragment.toLowerCase() !== fragment.toUpperCase();
    return `${column} ${hasCase ? 'ilike' : 'like'} ${pattern}`;
  }

  get where(): string {
    return whereOf(this.terms);
  }
}

export function whereOf(terms: readonly (string | undefined)[]): string {
  const given = terms.filter((term) => term !== undefined);
  return given.length === 0 ? '' : `where ${given.join(' and ')}`;
}
