import { usccCheckDigit } from '@zhaoguan/kernel';
import { filesByLevel, otherWindow, whyEarly } from '../src/features/filings/assistance/window-office';

const DIVISIONS = new Map([
  ['610116', { parent: '610100' }],
  ['610100', { parent: '610000' }],
  ['610000', { parent: null }],
]);
const code = (first17: string) => `${first17}${usccCheckDigit(first17)}`;
const HOME = code('52610116MJC000001');
const COMPANY = code('91610116MJC000001');
const about = (registryLevel: 'COUNTY' | 'CITY' | 'PROVINCE', uscc = HOME) =>
  ({
    kind: 'ELDERLY_CARE',
    institution: { uscc, district: '610116', particulars: { registryLevel } },
  }) as const;
const other = (own: string, ...of: Parameters<typeof about>) => otherWindow(about(...of), [own], DIVISIONS);

describe('the window that receives a first filing', () => {
  it('is that of the level of the registry for what is non-profit', () => {
    expect([other('610116', 'COUNTY'), other('610100', 'CITY'), other('610000', 'PROVINCE')]).toEqual([
      null,
      null,
      null,
    ]);
    expect([other('610116', 'CITY'), other('610116', 'PROVINCE')]).toEqual(['610100', '610000']);
    expect([other('610100', 'COUNTY'), other('610100', 'PROVINCE')]).toEqual(['610116', '610000']);
  });

  it('is that of the county for what makes profit, whatever its level', () => {
    expect(filesByLevel(about('CITY', COMPANY))).toBe(false);
    expect([other('610116', 'CITY', COMPANY), other('610100', 'CITY', COMPANY)]).toEqual([null, '610116']);
    expect(filesByLevel({ ...about('CITY'), kind: 'CHILDCARE' })).toBe(false);
  });

  it('is not known before the place is, and says nothing of a functional area', () => {
    expect(otherWindow({ kind: 'ELDERLY_CARE' }, ['610100'], DIVISIONS)).toBeNull();
    expect(other('611100', 'COUNTY')).toBeNull();
  });
});

describe('why no account is opened at the window yet', () => {
  const chosen = [{ errors: ['请选择'] }];

  it('names what is not filled in, and nothing else', () => {
    const values = { kind: 'CHILDCARE', institution: { uscc: '', district: '610116' } } as const;
    expect(whyEarly({ values, errorFields: chosen })).toBe(
      '请先填写下面的统一社会信用代码，由本窗口受理的才开立。',
    );
    expect(whyEarly({})).toContain('机构类别、统一社会信用代码、服务场所所在区县');
    const home = { kind: 'ELDERLY_CARE', institution: { uscc: HOME, district: '610116' } } as const;
    expect(whyEarly({ values: home, errorFields: chosen })).toContain('下面的登记管理机关层级，');
  });

  it('says of what is filled in why it is not for this window', () => {
    expect(whyEarly({ values: about('CITY'), errorFields: [{ errors: ['由示例市受理'] }] })).toBe(
      '由示例市受理。',
    );
  });
});
