import { checkPhone, maskName, maskPhone } from '@zhaoguan/kernel';

describe('telephone numbers of the mainland', () => {
  it.each([
    ['13812345678', 'MOBILE', '13812345678'],
    ['+86 138 1234 5678', 'MOBILE', '13812345678'],
    ['0086-138-1234-5678', 'MOBILE', '13812345678'],
    ['１９９１２３４５６７８', 'MOBILE', '19912345678'],
    ['029-85290000', 'LANDLINE', '029-85290000'],
    ['(029) 8529 0000', 'LANDLINE', '029-85290000'],
    ['（010）６２３４５６７８', 'LANDLINE', '010-62345678'],
    ['+86 29 85290000', 'LANDLINE', '029-85290000'],
    ['+86-10-62345678', 'LANDLINE', '010-62345678'],
    ['0990-6220000', 'LANDLINE', '0990-6220000'],
    ['057187654321', 'LANDLINE', '0571-87654321'],
    ['029—85290000转801', 'LANDLINE', '029-85290000-801'],
    ['4001234567', 'SERVICE', '400-123-4567'],
    ['+86 400-123-4567', 'SERVICE', '400-123-4567'],
  ])('reads %s as %s %s', (typed, kind, value) => {
    expect(checkPhone(typed)).toEqual({ ok: true, kind, value });
  });

  it.each([
    '',
    '12812345678',
    '1381234567',
    '138123456789',
    '85290000',
    '029-1234567',
    '010-6234567',
    '0990-06220000',
    '400-123-456',
    '电话',
  ])('refuses “%s”', (typed) => {
    expect(checkPhone(typed)).toEqual({ ok: false, reason: 'FORMAT' });
  });

  it('spells a number the same way again', () => {
    for (const number of ['13812345678', '029-85290000-801', '0990-6220000', '400-123-4567']) {
      expect(checkPhone(number)).toMatchObject({ ok: true, value: number });
    }
  });

  it('hides the middle', () => {
    expect(maskPhone('13812345678')).toBe('138****5678');
    expect(maskPhone('029-85290000')).toBe('029****0000');
    expect(maskPhone('85290000')).toBe('********');
  });
});

describe('names of natural persons before the public', () => {
  it.each([
    ['张三', '张某'],
    ['张三丰', '张某'],
    ['欧阳修', '欧阳某'],
    ['欧阳', '欧某'],
    ['𠮷田一', '𠮷某'],
    ['阿不都·热合曼', '阿某'],
    ['', ''],
  ])('shows %s as %s', (name, masked) => {
    expect(maskName(name)).toBe(masked);
  });
});
