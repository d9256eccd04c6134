const { TestEnvironment } = require('jest-environment-node');
const endContexts = require('./ended-contexts.cjs');

/** The environment of node, of which nothing stays in the worker once its test file is done. */
module.exports = class EndedEnvironment extends TestEnvironment {
  async teardown() {
    await super.teardown();
    endContexts();
  }
};
