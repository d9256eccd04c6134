const { sep } = require('node:path');
const JestRuntime = require('jest-runtime').default;

/** Evaluated once in each worker, by path. */
const kept = new Map();
const sourceMaps = new Map();

/**
 * Jest's runtime, but in a KeptEnvironment the modules of packages and of the product are evaluated once in each worker
 * rather than once in each test file, which is what most files spent most of their time on. The product keeps no state
 * between two TestApps of a process (one test file starts several, too), and no test mocks a module. Specs, builders and
 * this library are evaluated anew for each file. A file that alters the product for itself (libs/platform declares jobs of
 * its own) begins with `@jest-environment node` and has everything to itself.
 */
class KeptModulesRuntime extends JestRuntime {
  constructor(config, environment, ...others) {
    super(config, environment, ...others);
    this.keeps = environment.global.keepsModules === true;
    if (!this.keeps) return;
    this.registries.moduleRegistry = kept;
    this.transformCache.sourceMaps = sourceMaps;
  }

  /** A runtime that keeps modules is not torn down: one that requires another later does so by this runtime. */
  teardown() {
    if (!this.keeps) {
      super.teardown();
      return;
    }
    this.restoreAllMocks();
    this.enterTestCode();
    this.registries.internalModuleRegistry.clear();
    for (const path of kept.keys()) if (!isKept(path)) kept.delete(path);
  }
}

function isKept(path) {
  if (path.includes(`${sep}node_modules${sep}`)) return true;
  return !path.includes(`${sep}test${sep}`) && !path.includes(`${sep}testing${sep}`);
}

module.exports = { __esModule: true, default: KeptModulesRuntime };
