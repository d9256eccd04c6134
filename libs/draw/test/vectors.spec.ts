import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { computeDraw, DrawError, parseJson, portableSm3, verifyBundle, type Hash } from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';

/** Bundles with the result or the refusal that an independent implementation computed for them. */
const folder = join(__dirname, '../../../test/vectors/draw');
const names = readdirSync(folder).filter((name) => name.endsWith('.json'));
const hashes: readonly (readonly [string, Hash])[] = [
  ['node:crypto', nodeSm3],
  ['portable', portableSm3],
];

interface Vector {
  readonly expect: { readonly result?: object; readonly error?: string; readonly detail?: string[] };
}

const read = (name: string): Vector => parseJson(readFileSync(join(folder, name), 'utf8')) as Vector;

function outcome(vector: Vector, hash: Hash): object {
  try {
    return { result: computeDraw(vector, hash) };
  } catch (error) {
    if (error instanceof DrawError) return { error: error.code, detail: error.detail };
    throw error;
  }
}

describe.each(hashes)('published vectors with the %s SM3', (_, hash) => {
  it('are all here', () => expect(names.length).toBeGreaterThanOrEqual(8));

  it.each(names)('%s', (name) => {
    const vector = read(name);
    expect(outcome(vector, hash)).toEqual(vector.expect);
  });

  it.each(names)('%s is verified exactly when it has a result', (name) => {
    const { expect: expected, ...bundle } = read(name);
    const verification = verifyBundle({ ...bundle, result: expected.result }, hash);
    expect(verification.ok).toBe(expected.result !== undefined);
    expect(verification).toMatchObject(expected.error ? { error: expected.error } : { ok: true });
  });
});
