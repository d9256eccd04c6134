/** Values of a statement that is put together from parts: each part names the value it needs and gets its place. */
export class SqlParameters {
  private readonly bound: unknown[] = [];

  /** @returns the placeholder, with its type, e.g. `$3::text[]` */
  add(value: unknown, type: string): string {
    this.bound.push(value);
    return `$${this.bound.length}::${type}`;
  }

  get values(): unknown[] {
    return [...this.bound];
  }
}
