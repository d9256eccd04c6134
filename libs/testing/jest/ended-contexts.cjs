const { AsyncLocalStorage } = require('node:async_hooks');

const used = new Set();
const { run } = AsyncLocalStorage.prototype;

AsyncLocalStorage.prototype.run = function (...given) {
  used.add(this);
  return run.apply(this, given);
};

/**
 * jest-circus is evaluated anew for each test file, each time with an AsyncLocalStorage of its own, which nobody ends: every promise that the
 * worker makes afterwards carries the contexts of all files before (docs/adr/0013 has figures). One that is used again stands again.
 */
module.exports = function endContexts() {
  for (const storage of used) storage.disable();
  used.clear();
};
