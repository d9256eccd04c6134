import { passwordFaults } from '../src/password';

describe('what is wrong with a password', () => {
  it('is said all at once', () => {
    expect(passwordFaults('abc')).toEqual(['新密码至少 10 位', '新密码应当同时含有字母和数字']);
    expect(passwordFaults('12345678901')).toEqual(['新密码应当同时含有字母和数字']);
    expect(passwordFaults('a1        ')).toEqual(['新密码至少 10 位']);
    expect(passwordFaults(`a1${'x'.repeat(127)}`)).toEqual(['新密码不超过 128 位']);
  });

  it('is nothing of one that is long enough and mixed', () => {
    expect(passwordFaults('tongzhou-2026')).toEqual([]);
  });
});
