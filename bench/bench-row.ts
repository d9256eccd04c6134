/** One measured ratio. */
export interface BenchRow {
  readonly name: string;
  /** Time, or requests per second, against the floor that `detail` names. */
  readonly ratio: number;
  readonly detail: string;
}
