import { drawSteps } from './draw';
import { DrawError, show, type Difference, type DrawErrorCode } from './draw.errors';
import type { Hash } from './hash';
import { isObject } from './jcs';
import type { DrawFailure, DrawResult, Progress } from './types';

/** What a verification looks at, in this order. */
export const CHECKS = [
  'format',
  'commitment',
  'targetsDigest',
  'inspectorsDigest',
  'conflictsDigest',
  'seed',
  'tickets',
  'selection',
  'teams',
  'resultDigest',
] as const;
export type CheckName = (typeof CHECKS)[number];

export interface Check {
  readonly name: CheckName;
  /** `not-run`: an earlier one failed, or the draw came to nothing, so there is nothing to compare with. */
  readonly status: 'passed' | 'failed' | 'not-run';
  readonly difference?: Difference;
}

export type Verification = { readonly checks: readonly Check[] } &
  /** With `failure`: nothing could be drawn, as the bundle says. */
  (
    | { readonly ok: true; readonly failure?: DrawFailure }
    | { readonly ok: false; readonly difference: Difference; readonly error?: DrawErrorCode }
  );

/** Recomputes the draw of a bundle and compares it with its `result` or `failure`: ok, or the first difference. */
export function verifyBundle(bundle: unknown, hash: Hash): Verification {
  const steps = verifySteps(bundle, hash);
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}

/** As verifyBundle, pausing at every report of progress. */
export function* verifySteps(bundle: unknown, hash: Hash): Generator<Progress, Verification, void> {
  let expected: DrawResult;
  try {
    expected = yield* drawSteps(bundle, hash);
  } catch (error) {
    if (!(error instanceof DrawError)) throw error;
    const cameToNothing = error.code === 'INFEASIBLE' && at(bundle, 'failure') !== undefined;
    return cameToNothing ? comparedFailure(error, bundle) : refused(error);
  }
  return compared(expected, bundle);
}

/** The check that a refusal belongs to; all before it passed, none after it was run. */
function failedCheck({ code, difference }: DrawError): CheckName {
  if (code === 'COMMITMENT_MISMATCH') return 'commitment';
  if (code === 'UNKNOWN_STRATUM') return 'selection';
  if (code === 'INFEASIBLE') return 'teams';
  const digest = CHECKS.find((name) => difference.path === `announcement.${name}`);
  return code === 'DIGEST_MISMATCH' && digest ? digest : 'format';
}

function refused(error: DrawError): Verification {
  const { code, difference } = error;
  const failed = failedCheck(error);
  // Without a draw there is no seed and no ticket to compare with, wherever it broke off.
  const passedBefore = Math.min(CHECKS.indexOf(failed), CHECKS.indexOf('seed'));
  const checks = CHECKS.map((name, i): Check => {
    if (name === failed) return { name, status: 'failed', difference };
    return { name, status: i < passedBefore ? 'passed' : 'not-run' };
  });
  return { ok: false, checks, difference, error: code };
}

/** The draw came to nothing here as well: does the bundle name the same target and department, and no result? */
function comparedFailure(error: DrawError, bundle: unknown): Verification {
  const [target = '', department = ''] = error.detail;
  const failure: DrawFailure = { target, department };
  const difference =
    firstDifference(undefined, at(bundle, 'result'), 'result') ??
    firstDifference(failure, at(bundle, 'failure'), 'failure');
  const { checks } = refused(error);
  if (difference) {
    const failed = checks.map((check) => (check.status === 'failed' ? { ...check, difference } : check));
    return { ok: false, checks: failed, difference };
  }
  return {
    ok: true,
    failure,
    checks: checks.map(({ name, status }) => ({ name, status: status === 'failed' ? 'passed' : status })),
  };
}

function compared(expected: DrawResult, bundle: unknown): Verification {
  const found = at(bundle, 'result');
  const differences: Partial<Record<CheckName, Difference | undefined>> = {
    seed: firstDifference(expected.seed, at(found, 'seed'), 'result.seed'),
    tickets: compareTickets(expected, found),
    selection: compareSelection(expected, found),
    teams: firstDifference(undefined, at(bundle, 'failure'), 'failure') ?? compareTeams(expected, found),
    resultDigest: firstDifference(expected.resultDigest, at(found, 'resultDigest'), 'result.resultDigest'),
  };
  const checks = CHECKS.map((name): Check => {
    const difference = differences[name];
    return difference ? { name, status: 'failed', difference } : { name, status: 'passed' };
  });
  const difference = checks.find((check) => check.difference)?.difference;
  return difference ? { ok: false, checks, difference } : { ok: true, checks };
}

/** A member of something that may not even be an object. */
function at(value: unknown, member: string | number): unknown {
  if (Array.isArray(value)) return typeof member === 'number' ? value[member] : undefined;
  return isObject(value) && Object.hasOwn(value, member) ? value[member] : undefined;
}

function compareTickets({ selected }: DrawResult, found: unknown): Difference | undefined {
  for (const [i, { ticket }] of selected.entries()) {
    const path = `result.selected[${i}].ticket`;
    const difference = firstDifference(ticket, at(at(at(found, 'selected'), i), 'ticket'), path);
    if (difference) return difference;
  }
  return undefined;
}

/** Everything of the result but the values that have a check of their own. */
function compareSelection(expected: DrawResult, found: unknown): Difference | undefined {
  const listed = at(found, 'selected');
  const bare = (value: unknown): unknown => (isObject(value) ? { ...value, ticket: '', teams: '' } : value);
  const bareResult = {
    ...expected,
    seed: '',
    resultDigest: '',
    selected: expected.selected.map(bare),
  };
  const bareFound = isObject(found)
    ? {
        ...found,
        seed: '',
        resultDigest: '',
        selected: Array.isArray(listed) ? listed.map(bare) : listed,
      }
    : found;
  return firstDifference(bareResult, bareFound, 'result');
}

function compareTeams({ selected }: DrawResult, found: unknown): Difference | undefined {
  for (const [i, { teams }] of selected.entries()) {
    const path = `result.selected[${i}].teams`;
    const difference = firstDifference(teams, at(at(at(found, 'selected'), i), 'teams'), path);
    if (difference) return difference;
  }
  return undefined;
}

/** Where two JSON values first differ, members in the expected order, superfluous members last. */
function firstDifference(expected: unknown, found: unknown, path: string): Difference | undefined {
  if (Array.isArray(expected) && Array.isArray(found)) return arrayDifference(expected, found, path);
  if (isObject(expected) && isObject(found)) return objectDifference(expected, found, path);
  return expected === found ? undefined : { path, expected: show(expected), found: show(found) };
}

function arrayDifference(
  expected: readonly unknown[],
  found: readonly unknown[],
  path: string,
): Difference | undefined {
  const length = Math.max(expected.length, found.length);
  for (let i = 0; i < length; i++) {
    const difference = firstDifference(expected[i], found[i], `${path}[${i}]`);
    if (difference) return difference;
  }
  return undefined;
}

function objectDifference(
  expected: Record<string, unknown>,
  found: Record<string, unknown>,
  path: string,
): Difference | undefined {
  for (const name of Object.keys(expected)) {
    const difference = firstDifference(expected[name], at(found, name), `${path}.${name}`);
    if (difference) return difference;
  }
  const superfluous = Object.keys(found).find((name) => !Object.hasOwn(expected, name));
  if (superfluous === undefined) return undefined;
  return { path: `${path}.${superfluous}`, expected: '无', found: show(found[superfluous]) };
}
