import fc from 'fast-check';
import { logPublicKey, openNote, sealBody } from '../src/checkpoint-key';
import { checkpointBody, checkpointNote, parseNote } from '../src/domain/checkpoint';
import { canonicalEntry, canonicalJson } from '../src/domain/entry';

describe('canonical text', () => {
  it('is the same whatever the order of members, at every depth', () => {
    const one = canonicalJson({ b: [{ y: 1, x: 2 }], a: null, 10: 'x', 9: 'y' });
    const two = canonicalJson({ 9: 'y', 10: 'x', a: null, b: [{ x: 2, y: 1 }] });
    expect(one).toBe(two);
    // By UTF-16 code units, so "10" stands before "9" (RFC 8785 section 3.2.3).
    expect(one).toBe('{"10":"x","9":"y","a":null,"b":[{"x":2,"y":1}]}');
  });

  it('means what was said: nothing is lost on the way through JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(JSON.parse(canonicalJson(value)))).toBe(canonicalJson(value));
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('keeps instants, leaves out what has no value, refuses what JSON cannot say', () => {
    expect(canonicalJson({ at: new Date('2026-11-20T02:00:00Z'), none: undefined, list: [undefined] })).toBe(
      '{"at":"2026-11-20T02:00:00.000Z","list":[null]}',
    );
    for (const unsayable of [Number.NaN, Infinity, 1n, Symbol('x'), () => 1]) {
      expect(() => canonicalJson({ unsayable })).toThrow(TypeError);
    }
  });

  it('tells apart entries whose fields only shift', () => {
    const entry = { id: '1', at: '2', actorId: '3', district: null, detail: {} };
    const one = canonicalEntry({ ...entry, action: 'a', subjectType: 'bc', subjectId: 'd' });
    const two = canonicalEntry({ ...entry, action: 'ab', subjectType: 'c', subjectId: 'd' });
    expect(one).not.toBe(two);
  });
});

describe('signed checkpoint', () => {
  const key = '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  const other = '1945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8';
  const checkpoint = {
    origin: 'zhaoguan.example/log',
    size: 42,
    root: Buffer.alloc(32, 7).toString('base64'),
    at: '2026-11-20T02:00:00.000Z',
  };
  const body = checkpointBody(checkpoint);
  const note = checkpointNote(body, checkpoint.origin, sealBody(body, checkpoint.origin, key).seal);

  it('opens with the public key of the signer only', () => {
    expect(openNote(note, logPublicKey(key))).toMatchObject(checkpoint);
    expect(openNote(note, logPublicKey(other))).toBeUndefined();
    // The key of the standard's own example (GM/T 0003.5 annex A.2).
    expect(logPublicKey(key).toUpperCase()).toBe(
      '0409F9DF311E5421A150DD7D161E4BC5C672179FAD1833FC076BB08FF356F35020CCEA490CE26775A52DC6EA718CC1AA600AED05FBF35E084A6632F6072DA9AD13',
    );
  });

  it('does not open when a single character was changed', () => {
    for (let at = 0; at < note.length; at += 1) {
      const changed = `${note.slice(0, at)}${note[at] === '1' ? '2' : '1'}${note.slice(at + 1)}`;
      expect(openNote(changed, logPublicKey(key))).toBeUndefined();
    }
    const last = note.at(-3) ?? '';
    const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
    for (const digit of digits.replace(last, '')) {
      expect(openNote(`${note.slice(0, -3)}${digit}=\n`, logPublicKey(key))).toBeUndefined();
    }
    expect(openNote(note.replace('\n42\n', '\n43\n'), logPublicKey(key))).toBeUndefined();
    expect(openNote(note.replace('02:00:00', '01:00:00'), logPublicKey(key))).toBeUndefined();
  });

  it('is one form only', () => {
    expect(parseNote(note)).toMatchObject(checkpoint);
    for (const bad of ['', `${note}x`, note.trim(), note.replace('42', '042'), note.replace('— ', '- ')]) {
      expect(parseNote(bad)).toBeUndefined();
    }
  });

  it('cannot be read as the checkpoint of another log', () => {
    const foreign = checkpointNote(body, 'other.example/log', sealBody(body, 'other.example/log', key).seal);
    expect(openNote(foreign, logPublicKey(key))).toBeUndefined();
  });
});
