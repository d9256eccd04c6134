/** `npm start`: prepares what is missing, then is the whole system on one port until Ctrl-C. */
import { ensureReady, mainOf } from './ensure.mjs';
import { handOver } from './support/hand-over.mjs';
import { failing } from './support/failing.mjs';
import { helpOf } from './support/help.mjs';

helpOf('start');
await failing(ensureReady);
handOver(mainOf('standalone'), process.argv.slice(2));
