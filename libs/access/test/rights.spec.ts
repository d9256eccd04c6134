import type { JurisdictionRow } from '@zhaoguan/contracts';
import { SystemRng } from '@zhaoguan/kernel';
import fc from 'fast-check';
import { initialPassword } from '../src/domain/initial-password';
import { checkPasswordStrength } from '../src/domain/password';
import { isGuessable } from '../src/store/guessable-password';
import { looksAfter } from '../src/domain/person';
import { checkRights, type Rights } from '../src/domain/rights';

const rights = (more: Partial<Rights> = {}): Rights => ({
  roles: ['REGISTRAR'],
  districts: ['610116'],
  departments: ['civil-affairs'],
  homeDistrict: null,
  ...more,
});
const operator = (homeDistrict: string | null): Rights =>
  rights({ roles: ['OPERATOR'], districts: [], departments: [], homeDistrict });
/** 610116005 lies in 610116 and is held by a functional area. */
const jurisdictions = ['610100', '610116'].map(
  (code) => ({ code, townships: [], excludedTownships: ['610116005'] }) as unknown as JurisdictionRow,
);
const codeOf = (administrator: string[], given: Rights): string => {
  try {
    checkRights(administrator, given, {
      known: (code) => /^(61|51)\d{4}(\d{3})?$/.test(code),
      jurisdictions,
    });
  } catch (error) {
    return (error as { code: string }).code;
  }
  return 'OK';
};

describe('what an administrator may give', () => {
  it.each([
    ['the own county', ['610116'], rights(), 'OK'],
    ['a county of the own city', ['610100'], rights(), 'OK'],
    ['anything, for the whole country', ['*'], rights({ districts: ['*'] }), 'OK'],
    ['a township of the own county', ['610116'], rights({ districts: ['610116001'] }), 'OK'],
    ['one that others hold', ['610116'], rights({ districts: ['610116005'] }), 'BEYOND_OWN_DISTRICTS'],
    [
      'one that others hold, for the city',
      ['610100'],
      rights({ districts: ['610116005'] }),
      'BEYOND_OWN_DISTRICTS',
    ],
    ['one that others hold, for the province', ['610000'], rights({ districts: ['610116005'] }), 'OK'],
    ['another county', ['610102'], rights(), 'BEYOND_OWN_DISTRICTS'],
    ['the own city', ['610116'], rights({ districts: ['610100'] }), 'BEYOND_OWN_DISTRICTS'],
    [
      'the own county and another',
      ['610116'],
      rights({ districts: ['610116', '610102'] }),
      'BEYOND_OWN_DISTRICTS',
    ],
    ['the whole country', ['610000'], rights({ districts: ['*'] }), 'BEYOND_OWN_DISTRICTS'],
    ['a district that does not exist', ['*'], rights({ districts: ['990000'] }), 'UNKNOWN_DISTRICT'],
    ['a department that does not exist', ['*'], rights({ departments: ['magic'] }), 'UNKNOWN_DEPARTMENT'],
    ['an official without a district', ['*'], rights({ districts: [] }), 'ROLES_INCOMPATIBLE'],
    [
      'an operator who is an official',
      ['*'],
      rights({ roles: ['OPERATOR', 'REVIEWER'] }),
      'ROLES_INCOMPATIBLE',
    ],
    [
      'an administrator who decides as well',
      ['*'],
      rights({ roles: ['ADMINISTRATOR', 'REGISTRAR'] }),
      'ROLES_INCOMPATIBLE',
    ],
    ['an official with two roles', ['*'], rights({ roles: ['REGISTRAR', 'REVIEWER'] }), 'OK'],
    ['an operator with a district', ['*'], rights({ roles: ['OPERATOR'] }), 'ROLES_INCOMPATIBLE'],
    ['an operator of the own county', ['610116'], operator('610116'), 'OK'],
    ['an operator of another county', ['610116'], operator('610102'), 'BEYOND_OWN_DISTRICTS'],
    ['an operator of no county', ['610116'], operator(null), 'BEYOND_OWN_DISTRICTS'],
    ['an operator of the whole country', ['*'], operator('*'), 'UNKNOWN_DISTRICT'],
  ])('%s', (_what, administrator, given, expected) => {
    expect(codeOf(administrator, given)).toBe(expected);
  });

  it('never reaches beyond the administrator, whatever is combined', () => {
    const codes = ['610000', '610100', '610102', '610116', '610200', '510000', '510100', '*'];
    const places = fc.uniqueArray(fc.constantFrom(...codes), { minLength: 1 });
    fc.assert(
      fc.property(places, places, (administrator, districts) => {
        if (codeOf(administrator, rights({ districts })) !== 'OK') return;
        for (const district of districts)
          expect(
            looksAfter(administrator, jurisdictions, { districts: [district], homeDistrict: null }),
          ).toBe(true);
      }),
    );
  });
});

describe('initial passwords', () => {
  it('are strong, readable aloud, and never the same', () => {
    const made = Array.from({ length: 500 }, () => initialPassword(new SystemRng()));
    expect(new Set(made).size).toBe(500);
    for (const password of made)
      expect(password).toMatch(/^[a-z]{4}-[2-9]{2}[a-z]{2}-[a-z]{2}[2-9]{2}-[a-z]{4}$/);
    // How easily one is guessed takes ten milliseconds to say.
    for (const password of made.slice(0, 50))
      expect(() => checkPasswordStrength(password, 'somebody', isGuessable)).not.toThrow();
  });

  it('do not take blanks for characters of a password', () => {
    for (const weak of ['          a1', 'a1        ', 'abc 123 xy']) {
      expect(() => checkPasswordStrength(weak, 'somebody', isGuessable)).toThrow('PASSWORD_TOO_WEAK');
    }
    expect(() => checkPasswordStrength('three words 4 you', 'somebody', isGuessable)).not.toThrow();
  });

  it.each(['password1234', '1qaz2wsx3edc', 'admin12345', 'abc1234567', 'q1w2e3r4t5', 'P@ssw0rd2026'])(
    'are not %s, which everybody tries first',
    (weak) => {
      expect(() => checkPasswordStrength(weak, 'somebody', isGuessable)).toThrow('PASSWORD_TOO_WEAK');
    },
  );

  it.each(
    'zhaoguan123 zhaoguan2026 zhaoguan610116 zg610116zg ZG-610116-zg zg610116610113 610116zgzgzg changan2026 minzheng123 weijianwei1 yanglaoyuan1 tuoyu12345 xian610116 610116610116a woaini1314520 shili123456 Zhaoguan@2026 Changan@123 Yanglao2026! weijian@123 caqmzj2026 mzj610116mzj changanqu123 ca_minzheng1 beianshouli1 laonianren1 hushi123456 shiliceshi1 test2026test renmin123456 gongwuyuan1 yewuyuan123 yuangong123 jiankang123 kouling123 diannao123 woshishui123 zaijian123 yanshi123456 Huawei@123 2026nian11yue weiquzhen123 zaq12wsx3edc 5tgb6yhn7ujm zhangsan123 wangwei123 liming1990 lihua19900101 wangjianguo1 ZhangSan@888'.split(
      ' ',
    ),
  )('are not %s, which somebody of the county would try', (weak) => {
    expect(() => checkPasswordStrength(weak, 'somebody', isGuessable)).toThrow('PASSWORD_TOO_WEAK');
  });

  it.each([
    ['short1', '至少 10 位'],
    ['onlyletters', '同时含有字母和数字'],
    ['zhangweimin1', '不能与用户名相同'],
    ['Zhaoguan-2026-mz', '太容易猜到'],
  ])('say of %s which demand is not met', (weak, said) => {
    expect(() => checkPasswordStrength(weak, 'zhangweimin1', isGuessable)).toThrow(
      expect.objectContaining({
        fields: [expect.objectContaining({ message: expect.stringContaining(said) })],
      }),
    );
  });

  it('may hold a word of the county among others', () => {
    for (const good of [
      'Kb-7:changan-Wq',
      'zhaoguan lamp river 81',
      'wang-teapot-liming7',
      'lihua river 1990',
      'zg610116-kb7wq',
    ])
      expect(() => checkPasswordStrength(good, 'somebody', isGuessable)).not.toThrow();
  });

  it('are not the user name with some signs about it', () => {
    expect(() => checkPasswordStrength('Ferngatekiln-1', 'ferngatekiln', isGuessable)).toThrow(
      'PASSWORD_TOO_WEAK',
    );
    expect(() => checkPasswordStrength('Ferngatekiln-1', 'somebody', isGuessable)).not.toThrow();
  });

  it('use every character of their alphabets about equally', () => {
    const counts = new Map<string, number>();
    const rng = new SystemRng();
    for (let i = 0; i < 2_000; i += 1) {
      for (const letter of initialPassword(rng).replace(/[^a-z]/g, ''))
        counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    expect(counts.size).toBe(19);
    const expected = (2_000 * 12) / 19;
    for (const count of counts.values()) expect(Math.abs(count - expected)).toBeLessThan(expected * 0.2);
  });
});
