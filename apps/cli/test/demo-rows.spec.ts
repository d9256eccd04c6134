import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { begunDemoRows, demoRows } from '../src/demo/registration/demo-rows';

describe('the reference rows of the demonstration', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'demo-rows-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));

  it('are none for a command where no demonstration was begun, nor does it begin one', () => {
    expect(begunDemoRows(dataDir)).toEqual({});
    expect(readdirSync(dataDir)).toEqual([]);
  });

  it('stay with a command beside one that was begun', () => {
    const rows = demoRows(dataDir);
    expect(rows['regimes']).toHaveLength(2);
    expect(begunDemoRows(dataDir)).toEqual(rows);
  });
});
