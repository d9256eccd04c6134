import fc from 'fast-check';
import type { DirectoryRow } from '../src/domain/directory-row';
import type { ImportRun } from '../src/domain/import-run.process';
import type { ImportOutcome, RowOutcome } from '../src/store/institution-import.store';
import {
  ImportBatches,
  ImportStopped,
  type BatchStore,
  type ImportProgress,
} from '../src/use-cases/import-batches';

const FRESH: ImportRun = {
  id: 'run',
  digest: 'digest',
  fileName: 'directory.csv',
  lastRow: 0,
  chain: '',
  added: 0,
  unchanged: 0,
  refused: 0,
};
const OUTCOMES: readonly ImportOutcome[] = ['NEW', 'NEW', 'UNCHANGED', 'DIFFERENT', 'FILING_NUMBER_TAKEN'];

/** A registry that decides by the number of the row, takes each row once, and forgets nothing of what it has committed. */
class Registry implements BatchStore {
  run = FRESH;
  readonly taken: number[] = [];
  private readonly decided = new Map<number, RowOutcome>();

  async take(before: ImportRun, rows: readonly DirectoryRow[], chain: string) {
    const outcomes = new Map<number, RowOutcome>(
      rows.map(({ row }) => [row, { outcome: OUTCOMES[row % OUTCOMES.length]!, known: null }]),
    );
    for (const [row, outcome] of outcomes) this.decided.set(row, outcome);
    this.taken.push(...outcomes.keys());
    const count = (outcome: ImportOutcome): number =>
      [...outcomes.values()].filter((each) => each.outcome === outcome).length;
    const [added, unchanged] = [before.added + count('NEW'), before.unchanged + count('UNCHANGED')];
    const refused = before.refused + rows.length - count('NEW') - count('UNCHANGED');
    this.run = { ...before, lastRow: rows.at(-1)!.row, chain, added, unchanged, refused };
    return { run: this.run, outcomes };
  }

  async recall(_: ImportRun, from: number, to: number) {
    return new Map([...this.decided].filter(([row]) => row >= from && row <= to));
  }
}

/** @returns the refused rows in the order of the report, or null when it was stopped */
async function pass(
  registry: Registry,
  rows: readonly number[],
  stopAfter: number,
): Promise<number[] | null> {
  const stop = new AbortController();
  let batches = 0;
  const onProgress = (): void => {
    batches += 1;
    if (batches === stopAfter) stop.abort();
  };
  const batch = new ImportBatches(registry.run, registry, { signal: stop.signal, onProgress });
  const refused: number[] = [];
  const note = async ({ row }: { row: number | null }) => void refused.push(row ?? 0);
  try {
    for (const row of rows) await batch.accept({ row } as DirectoryRow, note);
    await batch.flush(note);
    return refused;
  } catch (error) {
    if (error instanceof ImportStopped) return null;
    throw error;
  }
}

const nothing = async (): Promise<void> => undefined;

describe('an import in batches', () => {
  it('never tells of more that are new than were decided on, after an interruption either', async () => {
    const registry = new Registry();
    const rows = Array.from({ length: 4500 }, (_, index) => index + 1);
    expect(await pass(registry, rows, 3)).toBeNull();
    const told: ImportProgress[] = [];
    const batch = new ImportBatches(registry.run, registry, { onProgress: (one) => told.push(one) });
    for (const row of rows) await batch.accept({ row } as DirectoryRow, nothing);
    await batch.flush(nothing);
    expect(told.map(({ rows: decided, isRecalled }) => [decided, isRecalled])).toEqual([
      [3000, true],
      [3000, true],
      [3000, true],
      [4000, false],
      [4500, false],
    ]);
    for (const { rows: decided, added } of told) expect(added).toBeLessThanOrEqual(decided);
  });

  it('reads a thousand rows while those before are decided on, and no third thousand', async () => {
    const registry = new Registry();
    const take = registry.take.bind(registry);
    const gates: (() => void)[] = [];
    registry.take = async (...given) => {
      await new Promise<void>((open) => gates.push(open));
      return take(...given);
    };
    const batches = new ImportBatches(FRESH, registry, {});
    let read = 0;
    const reading = (async () => {
      for (let row = 1; row <= 3000; row += 1) {
        await batches.accept({ row } as DirectoryRow, nothing);
        read = row;
      }
    })();
    await new Promise(setImmediate);
    expect([read, registry.taken.length, batches.hasKept]).toEqual([1999, 0, true]);
    gates.shift()?.();
    await new Promise(setImmediate);
    expect([read, registry.taken.length]).toEqual([2999, 1000]);
    gates.shift()?.();
    await reading;
    gates.shift()?.();
    await batches.flush(nothing);
    expect([registry.taken.length, batches.undecided]).toEqual([3000, 0]);
  });

  it('tells a failure to who hands over the next rows, and takes none after it', async () => {
    const registry = new Registry();
    registry.take = () => Promise.reject(new Error('no connection'));
    const batches = new ImportBatches(FRESH, registry, {});
    const give = async (from: number, to: number): Promise<void> => {
      for (let row = from; row <= to; row += 1) await batches.accept({ row } as DirectoryRow, nothing);
    };
    await give(1, 1999);
    await batches.rest();
    await expect(give(2000, 2000)).rejects.toThrow('no connection');
    await expect(batches.flush(nothing)).rejects.toThrow('no connection');
    expect(registry.taken).toEqual([]);
  });

  it('takes each row once and reports the same, wherever it is interrupted', async () => {
    const gaps = fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 5500 });
    await fc.assert(
      fc.asyncProperty(gaps, fc.array(fc.integer({ min: 1, max: 6 })), async (steps, stops) => {
        let row = 1;
        const rows = steps.map((gap) => (row += gap));
        const whole = await pass(new Registry(), rows, Infinity);
        const registry = new Registry();
        for (const stop of stops) await pass(registry, rows, stop);
        expect(await pass(registry, rows, Infinity)).toEqual(whole);
        expect(registry.taken).toEqual(rows);
      }),
      { numRuns: 40 },
    );
  });
});
