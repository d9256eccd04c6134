import { writeFileSync } from 'node:fs';

/**
 * Writes what `npm test` counts: each suite's file, tier, time and status, each test's name and status. Jest's own --json loses a
 * whole run when a failure carries an error that refers to itself.
 */
export default class ResultsReporter {
  /** By path: the result of a file that ended its worker names no tier. */
  tiers = new Map();

  onTestResult({ path, context }) {
    this.tiers.set(path, context.config.displayName?.name);
  }

  onRunComplete(_contexts, results) {
    const testResults = results.testResults.map((suite) => ({
      name: suite.testFilePath,
      tier: this.tiers.get(suite.testFilePath),
      seconds: (suite.perfStats.end - suite.perfStats.start) / 1000,
      status: suite.testExecError || suite.numFailingTests > 0 ? 'failed' : 'passed',
      assertionResults: suite.testResults.map(({ fullName, status }) => ({ fullName, status })),
    }));
    writeFileSync(process.env['RESULTS_FILE'], JSON.stringify({ testResults }));
  }
}
