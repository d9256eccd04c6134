import { relative } from 'node:path';

/**
 * The numbers of one Jest run. What did not run is not passed: a suite that could not load, a skipped test, a tier
 * without any test, a run that ended badly although every test passed each count as one failure with its name.
 * @param results what results-reporter.mjs wrote; undefined when it wrote nothing
 * @param code exit code, or the name of the signal that ended it
 */
function resultsOfJest(results, code, root) {
  if (!results) return { passed: 0, failed: [`no results (jest ended with ${code})`] };
  const failed = [];
  let passed = 0;
  for (const suite of results.testResults) {
    const file = relative(root, suite.name);
    const before = failed.length;
    for (const { status, fullName } of suite.assertionResults) {
      if (status === 'passed') passed += 1;
      else failed.push(`${file} › ${fullName}${status === 'failed' ? '' : ` (${status})`}`);
    }
    if (suite.status === 'failed' && failed.length === before) failed.push(`${file} (did not run)`);
  }
  if (passed + failed.length === 0) failed.push('no test was found');
  if (code !== 0 && failed.length === 0) failed.push(`jest ended with ${code}`);
  return { passed, failed };
}

/**
 * The tiers of one Jest run, each with the time that its files took one after the other. What is of no tier is counted in
 * the first, and so is how the run ended, unless a test failed.
 */
export function tiersOfJest(names, results, code, root) {
  const tierOf = ({ tier }) => (names.includes(tier) ? tier : names[0]);
  const good = results?.testResults.every(({ status }) => status === 'passed') ?? true;
  return names.map((name, at) => {
    const mine = results && { testResults: results.testResults.filter((suite) => tierOf(suite) === name) };
    const ended = results && (at > 0 || !good) ? 0 : code;
    const seconds = mine?.testResults.reduce((sum, suite) => sum + suite.seconds, 0) ?? 0;
    return { name, ...resultsOfJest(mine, ended, root), seconds };
  });
}

/** The sums over all tiers. */
export function totalOf(tiers) {
  return {
    passed: tiers.reduce((sum, tier) => sum + tier.passed, 0),
    failed: tiers.reduce((sum, tier) => sum + tier.failed.length, 0),
  };
}

/** The names of what failed, a table of the tiers, and the line `N passed, N failed` at the very end. */
export function summarize(tiers) {
  const failures = tiers.flatMap((tier) => tier.failed.map((name) => `FAILED ${tier.name}: ${name}`));
  const rows = tiers.map(({ name, passed, failed, seconds }) => [
    name,
    passed,
    failed.length,
    seconds.toFixed(1),
  ]);
  const table = [['tier', 'passed', 'failed', 'seconds'], ...rows].map(
    ([name, ...numbers]) => name.padEnd(10) + numbers.map((value) => String(value).padStart(9)).join(''),
  );
  const { passed, failed } = totalOf(tiers);
  return ['', ...failures, ...table, `${passed} passed, ${failed} failed`].join('\n');
}
