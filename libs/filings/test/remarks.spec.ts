import { noticeFrom } from '../src/domain/service-notice';
import { spelled } from '../src/domain/remarks';

const TYPED = '租期不足三年。\r\n\r\n请重新签订，\n 再上传。 ';
const KEPT = '租期不足三年。\n\n请重新签订，\n再上传。';

describe('what is typed in paragraphs', () => {
  it('is kept in paragraphs in a remark', () => {
    expect(spelled({ pointer: '', message: TYPED })).toEqual({ pointer: '/', message: KEPT });
  });

  it('is kept in paragraphs as the reason of a notice, and in one line where a name is asked', () => {
    const notice = noticeFrom({ reason: TYPED, successor: '示例·\n承接机构' }, null);
    expect(notice).toMatchObject({ reason: KEPT, successor: '示例· 承接机构' });
    expect(noticeFrom({ reason: ' \n ' }, notice)?.reason).toBeNull();
  });
});
