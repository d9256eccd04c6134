import { monitorEventLoopDelay, performance } from 'node:perf_hooks';

/** One measured step of a path. */
export interface Phase {
  readonly name: string;
  readonly seconds: number;
  /** The longest time in ms in which the event loop had no turn. */
  readonly longestHold: number;
}

const RESOLUTION_MS = 10;
const NANOSECONDS = 1e6;

/** Runs steps and notes how long each took and for how long it held up everything else in this process. */
export class Phases {
  readonly all: Phase[] = [];

  async measure<T>(name: string, step: () => Promise<T>): Promise<T> {
    const delay = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
    delay.enable();
    const start = performance.now();
    const result = await step();
    // A hold at the very end of the step is seen only by a later tick.
    await new Promise((resume) => setTimeout(resume, 2 * RESOLUTION_MS));
    delay.disable();
    const seconds = (performance.now() - start) / 1000;
    this.all.push({ name, seconds, longestHold: delay.max / NANOSECONDS });
    return result;
  }
}
