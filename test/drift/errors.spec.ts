import { ERRORS } from '@zhaoguan/contracts';
import { productSources } from './support/sources';

/** Ours to mend, not the caller's to read: these become INTERNAL. */
const FAULTS = new Set(['BROKEN_HISTORY']);
const CATALOGUE = 'libs/contracts/src/errors.ts';

describe('the error catalogue', () => {
  const sources = productSources().filter(({ path }) => path !== CATALOGUE);
  const codes = Object.keys(ERRORS) as (keyof typeof ERRORS)[];

  it('has no code that nothing answers with', () => {
    const text = sources.map((file) => file.text).join('\n');
    const unused = codes.filter((code) => !new RegExp(`['"\`]${code}['"\`]`).test(text));
    expect(unused).toEqual([]);
  });

  it('has every code that is thrown', () => {
    const thrown = sources.flatMap(({ path, text }) =>
      [...text.matchAll(/new DomainError\(\s*'([A-Z_]+)'/g)].map(([, code]) => ({ path, code })),
    );
    expect(thrown.length).toBeGreaterThan(0);
    expect(thrown.filter(({ code = '' }) => !Object.hasOwn(ERRORS, code) && !FAULTS.has(code))).toEqual([]);
  });

  it('says everything in Chinese, with a status of api.md, and ends what is to be done with a full stop', () => {
    const statuses = new Set([
      400, 401, 403, 404, 405, 408, 409, 412, 413, 414, 415, 422, 428, 429, 431, 500, 503,
    ]);
    for (const code of codes) {
      const { status, title, detail } = ERRORS[code];
      expect({ code, known: statuses.has(status) }).toEqual({ code, known: true });
      expect(title).toMatch(/[\u4e00-\u9fff]/);
      expect(title).not.toMatch(/[。！]$/);
      expect(detail).toMatch(/[\u4e00-\u9fff].*([。！]|\{reason\})$|^\{reason\}$/);
      // Chinese text takes Chinese marks.
      expect(detail.replace(/[A-Za-z0-9{}/ .-]+/g, '')).not.toMatch(/[,;:?!()]/);
    }
  });
});
