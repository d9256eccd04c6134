import { faultOfInstitutionName } from '@zhaoguan/kernel';

describe('the name of an institution', () => {
  it.each(['示例·青松颐养院', '示例·第一〇二养老院（南区）', '示例·1369养老院22673', '示例·A+B托育中心'])(
    'may be %s',
    (name) => {
      expect(faultOfInstitutionName(name)).toBeUndefined();
    },
  );

  it.each([
    ['示例·<script>alert(1)</script>养老院', '不能含有'],
    ['示例·＜b＞养老院', '不能含有'],
    ['示例·\u0007养老院', '不能含有'],
    ['示例·电话13812345678养老院', '电话号码'],
    ['示例·养老院138/1234/5678', '电话号码'],
    ['示例·养老院029-85290000', '电话号码'],
    ['示例·养老院400-123-4567', '电话号码'],
    ['示例·养老院 热线：85290000', '电话号码'],
  ])('is not %j', (name, said) => {
    expect(faultOfInstitutionName(name)).toContain(said);
  });
});
