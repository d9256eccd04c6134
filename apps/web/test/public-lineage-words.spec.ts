import { endInWords, otherInWords } from '../src/features/institutions/lineage/public-words';

const said = (facts: Parameters<typeof endInWords>[0]) => endInWords(facts, (day) => day);

it('what came before is told with how it ended, the authority’s word first', () => {
  const statusStep = {
    action: 'close',
    effectiveOn: '2026-12-10',
    inForce: true,
    expectedUntil: null,
    suspendedSince: null,
    held: false,
  } as const;
  const filingEnd = { endedAs: 'REVOKED', regime: 'FILING', endedOn: '2026-12-12' } as const;
  expect(said({ statusStep, filingEnd: null })).toBe('2026-12-10起终止服务');
  expect(said({ statusStep, filingEnd })).toBe('2026-12-12起，备案已撤销');
  expect(said({ statusStep: null, filingEnd: null })).toBe('已终止服务');
});

it('what came after is told with what it is, where and in which state', () => {
  const other = { kind: 'ELDERLY_CARE', siteType: null, districtName: '陕西省西安市长安区' } as const;
  expect(otherInWords({ ...other, status: 'OPERATING' })).toBe('养老机构 · 陕西省西安市长安区 · 在营');
});
