import { Inject, Injectable } from '@nestjs/common';
import type { Clock } from '@zhaoguan/kernel';
import { CLOCK } from '@zhaoguan/platform';

/** A figure with the instant of its counting. */
export interface Dated<T> {
  readonly asOf: Date;
  readonly figure: T;
}

const FRESH_MS = 60_000;
/** Scopes times figures that one process remembers; the one counted longest ago makes room. */
const MOST_ENTRIES = 500;

/** Figures are counted at most once a minute for everybody who would see the same; those who ask meanwhile wait for it. */
@Injectable()
export class FigureCache {
  private readonly entries = new Map<string, { readonly until: number; readonly value: Promise<unknown> }>();

  constructor(@Inject(CLOCK) private readonly clock: Clock) {}

  /** @param key names the figure and whoever sees the same numbers */
  get<T>(key: string, count: () => Promise<T>): Promise<Dated<T>> {
    const asOf = this.clock.now();
    const hit = this.entries.get(key);
    if (hit && hit.until > asOf.getTime()) return hit.value as Promise<Dated<T>>;
    const value = count().then((figure) => ({ asOf, figure }));
    this.entries.delete(key);
    this.entries.set(key, { until: asOf.getTime() + FRESH_MS, value });
    // What failed is counted again by the next who asks.
    value.catch(() => this.entries.get(key)?.value === value && this.entries.delete(key));
    const [oldest] = this.entries.keys();
    if (this.entries.size > MOST_ENTRIES && oldest !== undefined) this.entries.delete(oldest);
    return value;
  }
}
