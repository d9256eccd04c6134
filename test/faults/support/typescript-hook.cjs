/** `node -r` hook for child processes of the fault tests: compiles the project's TypeScript as it is required. */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { transformSync } = require('@swc/core');

const root = join(__dirname, '../../..');
const options = JSON.parse(readFileSync(join(root, '.swcrc'), 'utf8'));

require.extensions['.ts'] = (module, filename) => {
  const { code } = transformSync(readFileSync(filename, 'utf8'), {
    swcrc: false,
    module: options.module,
    jsc: { ...options.jsc, baseUrl: root },
    filename,
  });
  module._compile(code, filename);
};
