const { TestEnvironment } = require('jest-environment-node');
const endContexts = require('./ended-contexts.cjs');

/** Where jest-circus and expect keep what concerns one test file. */
const OF_ONE_FILE =
  /^(JEST_STATE_SYMBOL|EVENT_HANDLERS|TEST_TIMEOUT_SYMBOL|RETRY_\w+|LOG_ERRORS_BEFORE_RETRY|\$\$jest-.+)$/;

let kept;

/**
 * The environment of node for all test files of a worker, so that modules evaluated in it serve each of them
 * (kept-modules-runtime.cjs). What jest itself keeps in it for one file is cleared away after each.
 */
module.exports = class KeptEnvironment extends TestEnvironment {
  constructor(config, context) {
    if (kept !== undefined) return kept;
    super(config, context);
    this.global.keepsModules = true;
    this.exit = this.global.process.exit;
    kept = this;
  }

  async teardown() {
    this.fakeTimersModern.useRealTimers();
    this.fakeTimers.useRealTimers();
    // Wrapped anew for each file.
    this.global.process.exit = this.exit;
    for (const key of Object.getOwnPropertySymbols(this.global)) {
      if (OF_ONE_FILE.test(key.description ?? '')) delete this.global[key];
    }
    endContexts();
  }
};
