/** `npm run lint`, `npm run typecheck`: the static checks of one kind; all of them without an argument. */
import { ensureReady } from './ensure.mjs';
import { listChecks, runChecks } from './support/checks.mjs';
import { failing } from './support/failing.mjs';
import { helpOf } from './support/help.mjs';

helpOf(process.argv[2] === 'types' ? 'typecheck' : 'lint');
await failing(ensureReady);
const kind = process.argv[2];
const results = await runChecks(listChecks().filter((check) => kind === undefined || check.kind === kind));
process.exit(results.every(({ passed }) => passed) ? 0 : 1);
