import { requirePublicReason } from '../src/domain/public-reason';

describe('the reason that is published with a draw', () => {
  it.each([
    '名录有误，重新抽取',
    '２０２６年第135期公告的名录漏了3家，长民抽〔2026〕3号作废',
    '两名检查人员于2026-11-29到场，确认机构已经迁出',
    '一二三四五六七层均有老年人居室，与名录不符',
    '开奖号码为03,08,12,21,27,30|09，与公告不符',
  ])('%s', (reason) => {
    expect(() => requirePublicReason(reason)).not.toThrow();
  });

  it.each([
    '负责人电话13812345678，称已迁出',
    '负责人电话１３８ １２３４ ５６７８',
    '负责人电话一三八一二三四五六七八',
    '负责人身份证610116199001010019',
    '打029-85290000确认已经关闭',
    '电话139x1234x5678',
    '电话139年1234月5678',
    '发到zhang@qq.com',
    '退到6222021234567890123',
  ])('holds no number of a person: %s', (reason) => {
    expect(() => requirePublicReason(reason)).toThrow(
      expect.objectContaining({
        code: 'PERSONAL_DATA_IN_PUBLIC_WORDS',
        fields: [expect.objectContaining({ pointer: '/reason' })],
      }),
    );
  });
});
