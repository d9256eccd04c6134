import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateLabel } from '@zhaoguan/contracts';
import {
  DIRECTORY_IMPORT_STATE_LABELS,
  directoryImportProcess,
} from '../src/domain/directory-import.process';
import { IMPORT_RUN_STATE_LABELS, importRunProcess } from '../src/domain/import-run.process';

const ROOT = join(__dirname, '..', '..', '..');
const read = (...path: string[]): string => readFileSync(join(ROOT, ...path), 'utf8');

interface AnyLife {
  apply(state: string, action: string): unknown;
}

const LIVES = [
  { process: importRunProcess, labels: IMPORT_RUN_STATE_LABELS, migration: '1764323800000-import-runs.ts' },
  {
    process: directoryImportProcess,
    labels: DIRECTORY_IMPORT_STATE_LABELS,
    migration: '1764325500000-directory-imports.ts',
  },
] as const;

describe.each(LIVES)('the life of an $process.name', ({ process, labels, migration }) => {
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

  it('ends once and for all', () => {
    for (const state of process.terminal)
      for (const action of process.actionNames)
        expect(() => (process as AnyLife).apply(state, action)).toThrow('INVALID_TRANSITION');
  });
});
