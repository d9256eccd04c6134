import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateLabel } from '@zhaoguan/contracts';
import fc from 'fast-check';
import {
  DIRECTORY_IMPORT_STATE_LABELS,
  directoryImportProcess,
} from '../src/domain/directory-import.process';
import { IMPORT_RUN_STATE_LABELS, importRunProcess } from '../src/domain/import-run.process';

const ROOT = join(__dirname, '..', '..', '..');
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

interface AnyLife {
  apply(state: string, action: string): { readonly to: string };
}

/** `next` is the table written down a second time: state → action → state afterwards. */
const LIVES = [
  {
    process: importRunProcess,
    labels: IMPORT_RUN_STATE_LABELS,
    migration: '1764323800000-import-runs.ts',
    next: { RUNNING: { finish: 'DONE', breakOff: 'FAILED', abandon: 'ABANDONED' } },
  },
  {
    process: directoryImportProcess,
    labels: DIRECTORY_IMPORT_STATE_LABELS,
    migration: '1764325500000-directory-imports.ts',
    next: {
      QUEUED: { begin: 'RUNNING' },
      RUNNING: { finish: 'DONE', breakOff: 'BROKEN_OFF', refuse: 'UNREADABLE' },
    },
  },
] as const;

describe.each(LIVES)('the life of an $process.name', ({ process, labels, migration, next }) => {
  it('has words for each state', () => {
    expect(Object.keys(labels)).toEqual([...process.states]);
    for (const [state, label] of Object.entries(labels))
      expect(stateLabel(process.name as never, state)).toBe(label);
  });

  it('is drawn in the README as it is', () => {
    expect(read('libs', 'institutions', 'README.md')).toContain(process.toMermaid().trim());
  });

  it('admits the states that the database admits', () => {
    const states = process.states.map((state) => `'${state}'`).join(', ');
    expect(read('migrations', migration)).toContain(`check (state in (${states}))`);
  });

  it('ends once and for all, whatever is tried before', () => {
    const life = process as AnyLife;
    const table: Readonly<Record<string, Readonly<Record<string, string>>>> = next;
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...process.actionNames), { maxLength: 12 }), (actions) => {
        let state: string = process.initial;
        for (const action of actions) {
          const to = table[state]?.[action];
          const act = () => life.apply(state, action);
          if (to === undefined) expect(act).toThrow('INVALID_TRANSITION');
          else state = act().to;
          expect(state).toBe(to ?? state);
        }
        expect(process.terminal.some((end) => end === state)).toBe(table[state] === undefined);
      }),
    );
  });
});
