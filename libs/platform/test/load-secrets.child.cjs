/** A process of its own for the test of secrets: loads the keys when it is told to and tells one of them. */
require('../../../test/faults/support/typescript-hook.cjs');
const { loadConfig, loadSecrets } = require('../src/config/index.ts');

process.on('message', () => {
  const { tokenKey } = loadSecrets(loadConfig({ DATA_DIR: process.argv[2] }));
  process.send(tokenKey, () => process.disconnect());
});
process.send('ready');
