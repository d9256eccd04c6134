import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import {
  CHECKS,
  computeDraw,
  verifyBundle,
  verifySteps,
  type Bundle,
  type Verification,
} from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { sampleDraw } from './cases.builder';

const draw = sampleDraw();
const bundle: Bundle = { ...draw, result: computeDraw(draw, nodeSm3) };

/** A result that a test may spoil in any way. */
interface Loose {
  seed?: string;
  reserves?: Record<string, unknown>;
  selected: { note?: string }[];
}

function verified(change: (result: Loose) => unknown): Verification {
  const result = structuredClone(bundle.result) as unknown as Loose;
  change(result);
  return verifyBundle({ ...bundle, result }, nodeSm3);
}

const failed = (verification: Verification): string[] =>
  verification.checks.filter((check) => check.status === 'failed').map((check) => check.name);

/** Every place of a JSON value that holds a string or a number. */
function* leaves(value: unknown, path: (string | number)[] = []): Generator<(string | number)[]> {
  if (typeof value !== 'object' || value === null) yield path;
  else for (const [key, item] of Object.entries(value)) yield* leaves(item, [...path, key]);
}

describe('verifyBundle', () => {
  it('[DR-19] passes every check of an honest bundle', () => {
    const verification = verifyBundle(JSON.parse(JSON.stringify(bundle)), nodeSm3);
    expect(verification).toEqual({ ok: true, checks: CHECKS.map((name) => ({ name, status: 'passed' })) });
  });

  it('[DR-19] names the first difference when any one value of the result is changed', () => {
    for (const path of leaves(bundle.result)) {
      const verification = verified((result) => {
        let at = result as unknown as Record<string | number, unknown>;
        for (const key of path.slice(0, -1)) at = at[key] as Record<string | number, unknown>;
        at[path.at(-1)!] = 'changed';
      });
      const shown = path.reduce<string>(
        (text, key) => text + (/^\d+$/.test(String(key)) ? `[${key}]` : `.${key}`),
        'result',
      );
      expect(verification).toMatchObject({ ok: false, difference: { path: shown, found: '"changed"' } });
    }
  });

  it('[DR-19] notices what is missing, added or out of order', () => {
    const path = (change: (result: Loose) => unknown): string | undefined => {
      const verification = verified(change);
      return verification.ok ? undefined : verification.difference.path;
    };
    const last = bundle.result.selected.length - 1;
    expect(path((r) => r.selected.pop())).toBe(`result.selected[${last}].ticket`);
    expect(path((r) => r.selected.push({}))).toBe(`result.selected[${last + 1}]`);
    expect(path((r) => r.selected.reverse())).toBe('result.selected[0].ticket');
    expect(path((r) => (r.selected[0]!.note = 'x'))).toBe('result.selected[0].note');
    expect(path((r) => delete r.reserves)).toBe('result.reserves');
    expect(path((r) => (r.reserves!['Z'] = []))).toBe('result.reserves.Z');
    expect(path((r) => delete r.seed)).toBe('result.seed');
    expect(failed(verified((r) => Object.assign(r, { selected: 'none' })))).toEqual([
      'tickets',
      'selection',
      'teams',
    ]);
  });

  it('[DR-19] fails a bundle without a result', () => {
    for (const result of [undefined, null, [], 'x']) {
      expect(verifyBundle({ ...bundle, result }, nodeSm3)).toMatchObject({
        ok: false,
        difference: { path: 'result.seed' },
      });
    }
  });

  it('[DR-19] tells which check a refused bundle fails, and runs none after it', () => {
    const announcement = { ...bundle.announcement, inspectorsDigest: 'f'.repeat(64) };
    const verification = verifyBundle({ ...bundle, announcement }, nodeSm3);
    expect(verification).toMatchObject({ ok: false, error: 'DIGEST_MISMATCH' });
    expect(verification.checks.map((check) => check.status)).toEqual([
      'passed',
      'passed',
      'passed',
      'failed',
      ...CHECKS.slice(4).map(() => 'not-run'),
    ]);
    expect(failed(verifyBundle({ ...bundle, nonce: '0'.repeat(64) }, nodeSm3))).toEqual(['commitment']);
    expect(failed(verifyBundle({ ...bundle, targets: 3 }, nodeSm3))).toEqual(['format']);
  });

  it('throws nothing, whatever the file holds', () => {
    const names = Object.keys(bundle) as (keyof Bundle)[];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.jsonValue(), (name, value) => {
        expect(verifyBundle({ ...bundle, [name]: value }, nodeSm3).ok).toBe(
          name === 'beaconValue' && value === draw.beaconValue,
        );
      }),
    );
    fc.assert(fc.property(fc.anything(), (value) => expect(verifyBundle(value, nodeSm3).ok).toBe(false)));
  });

  it('reports progress as it goes', () => {
    const targets = Array.from({ length: 9000 }, (_, i) => ({ stratum: 'A' as const, district: i % 4 }));
    const large = sampleDraw({ targets, strata: [0, 1, 0] });
    const steps = verifySteps({ ...large, result: computeDraw(large, nodeSm3) }, nodeSm3);
    const seen: string[] = [];
    let step = steps.next();
    for (; !step.done; step = steps.next())
      seen.push(`${step.value.phase} ${step.value.done}/${step.value.total}`);
    expect(seen).toEqual([
      'tickets 0/9000',
      'tickets 4096/9000',
      'tickets 8192/9000',
      'teams 0/2',
      'teams 1/2',
    ]);
    expect(step.value.ok).toBe(true);
  });
});

describe('verifyBundle of a draw that came to nothing', () => {
  const file = join(__dirname, '../../../test/vectors/draw/infeasible.json');
  const { expect: expected, ...inputs } = JSON.parse(readFileSync(file, 'utf8')) as {
    expect: { detail: [string, string] };
  };
  const [target, department] = expected.detail;
  const failure = { target, department };

  it('[DR-24] passes when it names the same target and department', () => {
    const verification = verifyBundle({ ...inputs, failure }, nodeSm3);
    expect(verification).toMatchObject({ ok: true, failure });
    expect(verification.checks.filter(({ status }) => status === 'passed').map(({ name }) => name)).toEqual([
      'format',
      'commitment',
      'targetsDigest',
      'inspectorsDigest',
      'conflictsDigest',
      'teams',
    ]);
    expect(failed(verification)).toEqual([]);
  });

  it.each([
    [{ failure: { ...failure, target: 'k0001' } }, 'failure.target'],
    [{ failure: { ...failure, department: 'fire' } }, 'failure.department'],
    [{ failure: { ...failure, note: '' } }, 'failure.note'],
    [{ failure: 'INFEASIBLE' }, 'failure'],
    [{ failure, result: null }, 'result'],
  ])('[DR-24] names what differs in %j', (claims, path) => {
    expect(verifyBundle({ ...inputs, ...claims }, nodeSm3)).toMatchObject({
      ok: false,
      difference: { path },
    });
  });

  it('[DR-24] takes no failure from a draw that has a result, nor silence from one that has none', () => {
    expect(verifyBundle({ ...bundle, failure }, nodeSm3)).toMatchObject({
      ok: false,
      difference: { path: 'failure', expected: '无' },
    });
    expect(verifyBundle(inputs, nodeSm3)).toMatchObject({ ok: false, error: 'INFEASIBLE' });
  });
});
