/** `npm run build`: packages and compiled code, as every command makes them by itself when they are missing. */
import { ensureReady } from './ensure.mjs';
import { failing } from './support/failing.mjs';
import { helpOf } from './support/help.mjs';

helpOf('build');
await failing(ensureReady);
