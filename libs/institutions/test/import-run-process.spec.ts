import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { stateLabel } from '@zhaoguan/contracts';
import { IMPORT_RUN_STATE_LABELS, importRunProcess } from '../src/domain/import-run.process';

describe('the life of an import', () => {
  it('has words for each state', () => {
    for (const state of importRunProcess.states)
      expect(stateLabel('institution-import', state)).toBe(IMPORT_RUN_STATE_LABELS[state]);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(join(__dirname, '..', 'README.md'), 'utf8');
    expect(readme).toContain(importRunProcess.toMermaid().trim());
  });

  it('admits the states that the database admits', () => {
    const migration = readFileSync(
      join(__dirname, '..', '..', '..', 'migrations', '1764323800000-import-runs.ts'),
      'utf8',
    );
    const states = importRunProcess.states.map((state) => `'${state}'`).join(', ');
    expect(migration).toContain(`check (state in (${states}))`);
  });

  it('ends once and for all', () => {
    for (const state of importRunProcess.terminal)
      for (const action of importRunProcess.actionNames)
        expect(() => importRunProcess.apply(state, action)).toThrow('INVALID_TRANSITION');
  });
});
