import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { accountsFile } from '../accounts';
import { writeWhole } from '../whole-file';

interface Written {
  readonly startedAt: string;
  readonly finished: boolean;
  /** What came of each act that is done, mostly an id. */
  readonly notes: Readonly<Record<string, string>>;
}

const fileIn = (dataDir: string): string => join(dataDir, 'demo-registration.json');

/**
 * How far the registration side of the demo has been told, in DATA_DIR/demo-registration.json. All its days are counted from
 * the first start, so that they stay the same when that start is interrupted and goes on the next day.
 */
export class Journal {
  private constructor(
    private readonly file: string,
    private written: Written,
  ) {}

  /** The one that was begun here; undefined where none was. */
  static begun(dataDir: string): Journal | undefined {
    const file = fileIn(dataDir);
    return existsSync(file)
      ? new Journal(file, JSON.parse(readFileSync(file, 'utf8')) as Written)
      : undefined;
  }

  /**
   * The same, or a new one.
   * @returns undefined where accounts were made without a journal: people work in that installation already, and nothing is
   * told into their past
   */
  static open(dataDir: string, now: Date): Journal | undefined {
    const begun = Journal.begun(dataDir);
    if (begun) return begun;
    if (existsSync(accountsFile(dataDir))) return undefined;
    const journal = new Journal(fileIn(dataDir), {
      startedAt: now.toISOString(),
      finished: false,
      notes: {},
    });
    journal.write({});
    return journal;
  }

  get startedAt(): Date {
    return new Date(this.written.startedAt);
  }

  get firstDay(): PlainDate {
    return dateInShanghai(this.startedAt);
  }

  get isFinished(): boolean {
    return this.written.finished;
  }

  has(act: string): boolean {
    return act in this.written.notes;
  }

  note(act: string): string {
    const note = this.written.notes[act];
    if (note === undefined) throw new Error(`nothing came of the demo act ${act}`);
    return note;
  }

  done(act: string, note: string): void {
    this.write({ notes: { ...this.written.notes, [act]: note } });
  }

  finish(): void {
    this.write({ finished: true });
  }

  private write(change: Partial<Written>): void {
    this.written = { ...this.written, ...change };
    writeWhole(this.file, `${JSON.stringify(this.written, null, 1)}\n`);
  }
}
