import { inOrder, sameFileElsewhere } from '../src/features/filings/materials';

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

  it('name each other where the very same file was handed in for them', () => {
    const [a, b, c, d] = [
      material('A', 'x'),
      material('B', 'x'),
      material('C', 'y'),
      material('D', null),
    ] as const;
    expect(sameFileElsewhere(a, [a, b, c, d])).toEqual(['材料B']);
    expect(sameFileElsewhere(c, [a, b, c, d])).toEqual([]);
    expect(sameFileElsewhere(d, [a, b, c, d, material('E', null)])).toEqual([]);
  });
});
