import { districtPrefix } from '@zhaoguan/kernel';

/** Collects the conditions of a query and their parameters, so that no value is ever written into SQL text. */
export class Conditions {
  readonly parameters: unknown[] = [];
  private readonly terms: string[] = [];

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

  /**
   * Names that hold the fragment. The pairs of characters find the candidates by index, the pattern then decides.
   * @param fragment two characters or more
   */
  nameHolds(column: string, fragment: string): void {
    const pairs = this.bind(fragment);
    const pattern = this.bind(`%${fragment.replace(/[\\%_]/g, '\\$&')}%`);
    this.add(`platform.bigrams(${column}) @> platform.bigrams(${pairs}) and ${column} ilike ${pattern}`);
  }

  get where(): string {
    return this.terms.length === 0 ? '' : `where ${this.terms.join(' and ')}`;
  }
}
