/**
 * `npm run guide:screenshots`: takes the pictures of docs/guide anew, by the browser tests that click through the console;
 * so each picture shows what a test has just seen.
 */
import { spawnSync } from 'node:child_process';
import { ensureReady, findModules } from './ensure.mjs';
import { failing } from './support/failing.mjs';
import { helpOf } from './support/help.mjs';
import { join } from 'node:path';

helpOf('guide:screenshots');
await failing(ensureReady);
const jest = join(findModules(), 'jest', 'bin', 'jest.js');
const { status } = spawnSync(
  process.execPath,
  [jest, '--selectProjects', 'browser', '--', 'test/browser/console'],
  { stdio: 'inherit', env: { ...process.env, GUIDE_PICTURES: '1' } },
);
process.exit(status ?? 1);
