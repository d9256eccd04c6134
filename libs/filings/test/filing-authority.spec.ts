import {
  KINDS,
  LEGAL_FORM_LABELS,
  REGISTRY_LEVELS,
  registryLevelOf,
  type LegalForm,
} from '@zhaoguan/contracts';
import { usccCheckDigit } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { fillIn } from '../src/domain/application';
import { authorityAbove, settledAuthority, usualRegistryLevel } from '../src/domain/filing-authority';

const DIVISIONS = new Map([
  ['610116', { parent: '610100' }],
  ['610100', { parent: '610000' }],
  ['610000', { parent: null }],
  ['500152', { parent: '500000' }],
  ['500000', { parent: null }],
]);
const filed = (
  district: string,
  registryLevel: unknown,
  legalForm: LegalForm = 'PRIVATE_NON_ENTERPRISE',
) => ({
  kind: 'ELDERLY_CARE' as const,
  application: fillIn({ district, legalForm, particulars: { registryLevel } }),
});

describe('the authority above the county with which is filed', () => {
  it.each([
    ['610116', 'COUNTY', null],
    ['610116', 'CITY', '610100'],
    ['610116', 'PROVINCE', '610000'],
    ['500152', 'CITY', '500000'],
    ['500152', 'PROVINCE', '500000'],
    ['610116', null, null],
    ['610116', 'NATION', null],
    ['990101', 'CITY', null],
  ])('of a site in %s registered at the level %s is %s', (district, level, authority) => {
    expect(authorityAbove(filed(district, level), DIVISIONS)).toBe(authority);
  });

  it('is there for what is not for profit and cares for older people alone, and lies above the site', () => {
    const forms = fc.constantFrom(...(Object.keys(LEGAL_FORM_LABELS) as LegalForm[]));
    const levels = fc.constantFrom(...REGISTRY_LEVELS, null);
    const places = fc.constantFrom('610116', '500152');
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), forms, levels, places, (kind, legalForm, level, district) => {
        const found = authorityAbove({ ...filed(district, level, legalForm), kind }, DIVISIONS);
        const nonProfit = legalForm === 'PRIVATE_NON_ENTERPRISE' || legalForm === 'PUBLIC_INSTITUTION';
        const above = kind === 'ELDERLY_CARE' && nonProfit && (level === 'CITY' || level === 'PROVINCE');
        expect(found !== null).toBe(above);
        if (found !== null) expect(district.startsWith(found.replace(/(?:00)+$/, ''))).toBe(true);
      }),
    );
  });

  it('is settled when it is handed in, and kept for what is filed later', () => {
    const draft = { ...filed('610116', 'CITY'), round: 0, institutionId: null, authority: null };
    expect(settledAuthority(draft, DIVISIONS)).toBe('610100');
    expect(settledAuthority({ ...draft, round: 1 }, DIVISIONS)).toBeNull();
    expect(settledAuthority({ ...draft, institutionId: 'x', authority: '610000' }, DIVISIONS)).toBe('610000');
  });

  it.each([
    ['526101160000000199', 'COUNTY'],
    ['52610100MJC000001', 'CITY'],
    ['12610000MJC000001', 'PROVINCE'],
    ['52100000MJC000001', null],
    ['91610000MJC000001', null],
    ['', null],
  ])('is prefilled by what the code %s says: %s', (code, level) => {
    const uscc = code.length === 17 ? `${code}${usccCheckDigit(code)}` : code;
    expect(usualRegistryLevel({ uscc })).toBe(level);
  });

  it('is read from any text without a fault', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect([...REGISTRY_LEVELS, null]).toContain(registryLevelOf(text));
      }),
    );
  });
});
