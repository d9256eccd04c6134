/** The only source of the present moment. Whoever needs "now" takes a clock, so terms and midnights can be tested. */
export interface Clock {
  /** The present instant; a fresh object each time. */
  now(): Date;
}

/** The machine's clock. */
export class SystemClock implements Clock {
  now(): Date {
    return new Date();
  }
}

/** A clock that stands still until it is told to move. For tests and for recomputing something "as at" an instant. */
export class FixedClock implements Clock {
  private millis: number;

  /** @param start instant, or its ISO 8601 text with zone */
  constructor(start: Date | string) {
    this.millis = instantMillis(start);
  }

  now(): Date {
    return new Date(this.millis);
  }

  /** Jumps to an instant, forwards or back. */
  set(instant: Date | string): void {
    this.millis = instantMillis(instant);
  }

  /** Moves by so many milliseconds (negative: back). */
  advance(millis: number): void {
    if (!Number.isSafeInteger(millis)) throw new RangeError(`not a whole number of milliseconds: ${millis}`);
    this.millis += millis;
  }
}

const ZONED = /(Z|[+-]\d{2}:\d{2})$/;

function instantMillis(instant: Date | string): number {
  // Without a zone the text would mean another instant on every machine.
  if (typeof instant === 'string' && !ZONED.test(instant)) {
    throw new RangeError(`instant without zone: ${instant}`);
  }
  const millis = new Date(instant).getTime();
  if (Number.isNaN(millis)) throw new RangeError(`not an instant: ${String(instant)}`);
  return millis;
}
