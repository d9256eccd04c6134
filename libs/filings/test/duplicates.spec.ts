import fc from 'fast-check';
import { inOtherTownships, LIKENESSES, tell, type Found } from '../src/domain/duplicates';

const found = fc.record({
  covered: fc.boolean(),
  ended: fc.boolean(),
  likenesses: fc.subarray(LIKENESSES),
  facts: fc.uuid(),
});

describe('the township in two addresses', () => {
  it.each([
    ['西安市长安区韦曲街道示例路18号', '长安区高桥街道示例路18号', true],
    ['韦曲街道办事处示例路18号', '陕西省西安市长安区韦曲街办示例路18号', false],
    ['长安区杜曲镇示例路18号', '长安区鸣犊镇示例路18号', true],
    ['长安区水乡路1号', '长安区韦曲街道水乡路1号', false],
    ['示例路18号', '高桥街道示例路18号', false],
  ])('of %s and %s', (one, other, differ) => {
    expect(inOtherTownships(one, other)).toBe(differ);
  });
});

describe('what may be the same as a filing', () => {
  it('is named only where it is in sight, and counted everywhere', () => {
    fc.assert(
      fc.property(fc.array(found, { maxLength: 60 }), (all: Found<string>[]) => {
        const { items, more, elsewhere } = tell(all);
        expect(items.length + more + elsewhere).toBe(all.length);
        expect(items.length).toBeLessThanOrEqual(20);
        const hidden = new Set(all.filter(({ covered }) => !covered).map(({ facts }) => facts));
        expect(items.every(({ facts }) => !hidden.has(facts))).toBe(true);
      }),
    );
  });

  it('begins with what it has most in common with', () => {
    const near = { covered: true, ended: false, likenesses: ['NEAR_ADDRESS'], facts: 'near' } as const;
    const code = {
      covered: true,
      ended: false,
      likenesses: ['NEAR_ADDRESS', 'SAME_CODE'],
      facts: 'code',
    } as const;
    const site = { covered: true, ended: false, likenesses: ['SAME_ADDRESS'], facts: 'site' } as const;
    expect(tell([near, code, site]).items.map(({ facts }) => facts)).toEqual(['site', 'code', 'near']);
    // However much it has in common: what has ended is no duplicate any more.
    const before = { ...site, ended: true, facts: 'before' };
    expect(tell([before, near]).items.map(({ facts }) => facts)).toEqual(['near', 'before']);
    expect(tell([code]).items[0]?.likenesses).toEqual(['SAME_CODE', 'NEAR_ADDRESS']);
  });
});
