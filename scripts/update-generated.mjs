/**
 * `node scripts/update-generated.mjs`: writes anew what is generated from the code and stored beside it: docs/openapi.json,
 * the types of libs/api-client, migrations/schema.sql, the tables of docs/glossary.md. The drift tests compare them.
 */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { ROOT, ensureReady, findModules } from './ensure.mjs';
import { failing } from './support/failing.mjs';

await failing(ensureReady);
const jest = join(findModules(), 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--selectProjects', 'journey', '-w', '1', '--', 'test/drift'],
  {
    cwd: ROOT,
    stdio: 'inherit',
    env: { ...process.env, UPDATE_GENERATED: '1' },
  },
);
process.exitCode = status ?? 1;
