import fc from 'fast-check';
import {
  commitment,
  computeDraw,
  conflictsDigest,
  DrawError,
  inspectorsDigest,
  parseJson,
  targetsDigest,
  type DrawErrorCode,
} from '@zhaoguan/draw';
import { nodeSm3 } from '../../platform/src/crypto/sm3';
import { sampleDraw } from './cases.builder';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };

/** A fresh copy that a test may spoil in any way. */
function spoiled(spoil: (draw: Record<string, Json>, announcement: Record<string, Json>) => void): unknown {
  const draw = JSON.parse(JSON.stringify(sampleDraw())) as Record<string, Json>;
  spoil(draw, draw['announcement'] as Record<string, Json>);
  return draw;
}

function refusal(input: unknown): DrawErrorCode | undefined {
  try {
    computeDraw(input, nodeSm3);
    return undefined;
  } catch (error) {
    if (!(error instanceof DrawError)) throw error;
    if (error.code !== 'INFEASIBLE') expect(error.detail).toEqual([]);
    return error.code;
  }
}

const first = (list: Json | undefined): Record<string, Json> => (list as Json[])[0] as Record<string, Json>;

describe('computeDraw refuses', () => {
  it('nothing of the sample draw', () => expect(refusal(sampleDraw())).toBeUndefined());

  it.each([undefined, null, 1, 'x', [], {}, { announcement: [] }])('%j as MALFORMED', (input) =>
    expect(refusal(input)).toBe('MALFORMED'),
  );

  it('[DR-8] the first thing wrong, in the order spec, form, commitment, digests, strata', () => {
    const faults: [DrawErrorCode, Parameters<typeof spoiled>[0]][] = [
      ['UNKNOWN_SPEC', (_, a) => (a['spec'] = 'zhaoguan-draw-v2')],
      ['MALFORMED', (_, a) => (a['maxLoad'] = 0)],
      ['COMMITMENT_MISMATCH', (_, a) => (a['commitment'] = 'f'.repeat(64))],
      ['DIGEST_MISMATCH', (_, a) => (a['conflictsDigest'] = 'f'.repeat(64))],
      ['UNKNOWN_STRATUM', (_, a) => (a['strata'] as Json[]).splice(1, 1)],
    ];
    faults.forEach(([code], from) => {
      const rest = faults.slice(from);
      expect(refusal(spoiled((d, a) => rest.forEach(([, spoil]) => spoil(d, a))))).toBe(code);
    });
  });

  it('[DR-8] a missing spec as UNKNOWN_SPEC', () =>
    expect(refusal(spoiled((_, a) => delete a['spec']))).toBe('UNKNOWN_SPEC'));

  it('[DR-7] any other missing member as MALFORMED', () => {
    const announcement = Object.keys(sampleDraw().announcement).filter((name) => name !== 'spec');
    for (const name of announcement) {
      expect([name, refusal(spoiled((_, a) => delete a[name]))]).toEqual([name, 'MALFORMED']);
    }
    for (const name of Object.keys(sampleDraw())) {
      expect([name, refusal(spoiled((d) => delete d[name]))]).toEqual([name, 'MALFORMED']);
    }
    for (const list of ['targets', 'inspectors', 'conflicts']) {
      for (const name of Object.keys(first(spoiledList(list)))) {
        expect([list, name, refusal(spoiled((d) => delete first(d[list])[name]))]).toEqual([
          list,
          name,
          'MALFORMED',
        ]);
      }
    }
  });

  it.each<[string, string, Json[]]>([
    ['basisPoints', 'strata', [-1, 10_001, 0.5, '1', null]],
    ['minimum', 'strata', [-1, 1.5, 2 ** 53, '1', true]],
    ['key', 'strata', ['', 'a b', '甲', 'B', 'x'.repeat(65), 1]],
    ['inspectors', 'demands', [0, -1, 1.5, '1']],
    ['department', 'demands', ['', 'fire-rescue', 'a/b', null]],
  ])('[DR-7] %s of %s out of its range as MALFORMED', (name, list, values) => {
    for (const value of values) {
      expect([value, refusal(spoiled((_, a) => (first(a[list])[name] = value)))]).toEqual([
        value,
        'MALFORMED',
      ]);
    }
  });

  it('[DR-7] maxLoad that is no positive integer as MALFORMED', () => {
    for (const value of [0, -1, 1.5, '3', null, 2 ** 60]) {
      expect(refusal(spoiled((_, a) => (a['maxLoad'] = value)))).toBe('MALFORMED');
    }
  });

  it.each<[string, string]>([
    ['targets', 'id'],
    ['targets', 'stratum'],
    ['targets', 'district'],
    ['inspectors', 'id'],
    ['inspectors', 'department'],
    ['conflicts', 'inspector'],
    ['conflicts', 'target'],
  ])('[DR-2] a bad id in %s.%s as MALFORMED', (list, name) => {
    for (const value of ['', 'a\tb', 'a\n', 'é', 'x'.repeat(65), '*', 7, null, ['t0']]) {
      expect([value, refusal(spoiled((d) => (first(d[list])[name] = value)))]).toEqual([value, 'MALFORMED']);
    }
  });

  it('[DR-2] districts other than ids or a lone star as MALFORMED', () => {
    for (const value of [['*', '610100'], ['*', '*'], [''], [1], '*', null]) {
      expect(refusal(spoiled((d) => (first(d['inspectors'])['districts'] = value)))).toBe('MALFORMED');
    }
  });

  it('[DR-7] an id twice in targets, inspectors, strata or demands as MALFORMED', () => {
    const twice = (list: Json | undefined): number => (list as Json[]).push((list as Json[])[0]!);
    expect(refusal(spoiled((d) => twice(d['targets'])))).toBe('MALFORMED');
    expect(refusal(spoiled((d) => twice(d['inspectors'])))).toBe('MALFORMED');
    expect(refusal(spoiled((_, a) => twice(a['strata'])))).toBe('MALFORMED');
    expect(refusal(spoiled((_, a) => twice(a['demands'])))).toBe('MALFORMED');
  });

  it('a target id twice among a thousand as MALFORMED, also when stratum or district differ', () => {
    const targets = Array.from({ length: 1000 }, (_, i) => ({
      id: `t${(i * 7) % 1000}`,
      stratum: 'A',
      district: 'd',
    }));
    const draw = sampleDraw();
    for (const change of [{}, { stratum: 'B' }, { district: 'e' }]) {
      expect(refusal({ ...draw, targets: [...targets, { ...targets[500]!, ...change }] })).toBe('MALFORMED');
    }
  });

  it('[DR-6] fractions, literals, lone surrogates and endless nesting anywhere in the announcement as MALFORMED', () => {
    const deep = JSON.parse(`${'['.repeat(50_000)}${']'.repeat(50_000)}`) as Json;
    for (const value of [0.5, 2 ** 53, true, false, null, '\ud800', { '\udc00': 1 }, [[null]], deep]) {
      expect(refusal(spoiled((_, a) => (a['extra'] = value)))).toBe('MALFORMED');
    }
    expect(refusal(spoiled((_, a) => (a['title'] = '\udfff')))).toBe('MALFORMED');
  });

  it('[DR-7] further members of the announcement are allowed, and covered by its digest', () => {
    const plain = computeDraw(sampleDraw(), nodeSm3);
    const extra = computeDraw(
      spoiled((_, a) => (a['说明'] = [{ b: '𠮷', a: -0 }])),
      nodeSm3,
    );
    expect(extra.seed).not.toBe(plain.seed);
  });

  it('[DR-7] conflicts of unknown people or targets do no harm', () => {
    const draw = sampleDraw();
    const conflicts = [...draw.conflicts, { inspector: 'nobody', target: 'nowhere' }, draw.conflicts[0]!];
    const announcement = {
      ...draw.announcement,
      conflictsDigest: conflictsDigest(conflicts, draw.nonce, nodeSm3),
    };
    expect(computeDraw({ ...draw, conflicts, announcement }, nodeSm3).selected.length).toBeGreaterThan(0);
  });

  it('[DR-9] a nonce that is not 32 bytes of lower-case hex, without quoting it', () => {
    const { nonce } = sampleDraw();
    for (const value of [
      nonce.slice(2),
      `${nonce}00`,
      'AB'.repeat(32),
      'zz'.repeat(32),
      '',
      null,
      `${nonce}\n`,
    ]) {
      expect(refusal(spoiled((d) => (d['nonce'] = value)))).toBe('MALFORMED');
    }
    const secret = 'AB'.repeat(32);
    expect(() =>
      computeDraw(
        spoiled((d) => (d['nonce'] = secret)),
        nodeSm3,
      ),
    ).not.toThrow(secret);
  });

  it('[DR-9] a beacon value that is no well-formed string as MALFORMED', () => {
    for (const value of [null, 9, ['x'], 'a\ud83d']) {
      expect(refusal(spoiled((d) => (d['beaconValue'] = value)))).toBe('MALFORMED');
    }
  });

  it('[DR-22] a member named twice, however it is spelt', () => {
    expect(parseJson('{"a":{"b":[{"c":"{\\"c\\":1}"},{"c":1}]},"b":" \\\\"}')).toEqual({
      a: { b: [{ c: '{"c":1}' }, { c: 1 }] },
      b: ' \\',
    });
    for (const text of ['{"a":1,"a":1}', '{"a":1,"\\u0061" : 2}', '[{"x":{"y":[],"z":{}, "y" :0}}]']) {
      expect(() => parseJson(text)).toThrow(DrawError);
    }
    expect(() => parseJson('{"a":1')).toThrow(SyntaxError);
    fc.assert(fc.property(fc.json(), (text) => expect(parseJson(text)).toEqual(JSON.parse(text))));
  });

  it('target lines that are not three ids and a line feed', () => {
    for (const text of ['a\tA\td', 'a\tA\n', 'a\tA\td\te\n', '\n', 'a\tA\td\n\n', 'ä\tA\td\n']) {
      expect(refusal({ ...sampleDraw(), targets: Buffer.from(text) })).toBe('MALFORMED');
    }
  });
});

describe('any change after the announcement is noticed', () => {
  const draw = sampleDraw();
  const digests = ['commitment', 'targetsDigest', 'inspectorsDigest', 'conflictsDigest'] as const;
  const otherDigit = (hex: string, at: number): string =>
    hex.slice(0, at) + (hex[at] === '0' ? '1' : '0') + hex.slice(at + 1);

  it('[DR-5] in a digest or in the nonce', () => {
    for (let at = 0; at < 64; at++) {
      expect(refusal({ ...draw, nonce: otherDigit(draw.nonce, at) })).toBe('COMMITMENT_MISMATCH');
      for (const name of digests) {
        const announcement = { ...draw.announcement, [name]: otherDigit(draw.announcement[name], at) };
        expect(refusal({ ...draw, announcement })).toMatch(/_MISMATCH$/);
      }
    }
  });

  it('[DR-9] in the beacon value or in the rest of the announcement: another seed', () => {
    const { seed } = computeDraw(draw, nodeSm3);
    fc.assert(
      fc.property(
        fc.nat(draw.beaconValue.length - 1),
        fc.string({ minLength: 1, maxLength: 1 }),
        (at, char) => {
          fc.pre(draw.beaconValue[at] !== char);
          const beaconValue = draw.beaconValue.slice(0, at) + char + draw.beaconValue.slice(at + 1);
          expect(computeDraw({ ...draw, beaconValue }, nodeSm3).seed).not.toBe(seed);
        },
      ),
    );
    const announcement = { ...draw.announcement, title: `${draw.announcement.title} ` };
    expect(computeDraw({ ...draw, announcement }, nodeSm3).seed).not.toBe(seed);
  });

  it('[DR-5] in the lists: the exported digests are those of the announcement', () => {
    const { announcement, targets, inspectors, conflicts, nonce } = draw;
    expect(announcement).toMatchObject({
      commitment: commitment(nonce, nodeSm3),
      targetsDigest: targetsDigest(targets, nodeSm3),
      inspectorsDigest: inspectorsDigest(inspectors, nonce, nodeSm3),
      conflictsDigest: conflictsDigest(conflicts, nonce, nodeSm3),
    });
    expect(refusal({ ...draw, targets: targets.slice(1) })).toBe('DIGEST_MISMATCH');
    expect(refusal({ ...draw, inspectors: inspectors.slice(1) })).toBe('DIGEST_MISMATCH');
    expect(refusal({ ...draw, conflicts: [] })).toBe('DIGEST_MISMATCH');
  });
});

function spoiledList(name: string): Json {
  return (spoiled(() => undefined) as Record<string, Json>)[name]!;
}
