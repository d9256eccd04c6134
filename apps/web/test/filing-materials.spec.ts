import {
  firstToOpen,
  inOrder,
  materialAt,
  sameFileElsewhere,
  sameFileLater,
} from '../src/features/filings/materials';

const material = (code: string, sm3: string | null, required = true) => ({
  code,
  name: `材料${code}`,
  required,
  file: sm3 === null ? null : { sm3 },
});

describe('the materials of a filing', () => {
  it('come as they are asked for: first what must be handed in', () => {
    const listed = [material('A', null, false), material('B', null), material('C', null)];
    expect(inOrder(listed).map(({ code }) => code)).toEqual(['B', 'C', 'A']);
  });

  it('lie open at the first that has come with the last submission, else at the first that was handed in', () => {
    const listed = ['A', 'B', 'C'].map((code) => ({ code, uploaded: code !== 'A' }));
    expect(firstToOpen(listed, [])).toBe('B');
    expect(firstToOpen(listed, [{ code: 'GONE' }, { code: 'C' }])).toBe('C');
    expect(firstToOpen(listed.slice(0, 1), [])).toBe('A');
    expect(firstToOpen([], [])).toBeUndefined();
  });

  it('are told from fields by where a pointer points', () => {
    expect(materialAt('/materials/COMMITMENT_LETTER')).toBe('COMMITMENT_LETTER');
    expect(materialAt('/institution/address')).toBeUndefined();
  });

  it('name each other where the very same file was handed in for them', () => {
    const [a, b, c, d] = [
      material('A', 'x'),
      material('B', 'x'),
      material('C', 'y'),
      material('D', null),
    ] as const;
    expect(sameFileElsewhere(a, [a, b, c, d])).toEqual(['材料B']);
    expect(sameFileElsewhere(c, [a, b, c, d])).toEqual([]);
    // In a list the first says it for all.
    expect([a, b, c].map((each) => sameFileLater(each, [a, b, c, d]))).toEqual([['材料B'], [], []]);
    expect(sameFileElsewhere(d, [a, b, c, d, material('E', null)])).toEqual([]);
  });
});
