import { leftBehindInWords } from '../src/features/access/left-behind-words';

const office = { officeName: '西安市长安区民政局', unstaffed: true, cases: 2 };

describe('what an account leaves behind', () => {
  it('is the office without anybody, and how many cases nobody could handle then', () => {
    expect(leftBehindInWords([office])).toEqual([
      '西安市长安区民政局将没有可以办理申请的工作人员，已提交、尚未办结的 2 件申请届时无人可以办理，随即列入您的待办“无人办理申请的机关，待新建账号”。请先新建一名备案受理人。',
    ]);
    expect(leftBehindInWords([{ ...office, cases: 0 }])[0]).toContain('以后提交的申请无人可以办理');
  });

  it('is what the others are kept from, where there are others', () => {
    expect(leftBehindInWords([{ ...office, unstaffed: false, cases: 1 }])[0]).toContain(
      '有 1 件其他工作人员应当回避、不能办理',
    );
  });

  it('is nothing where others handle it', () => expect(leftBehindInWords([])).toEqual([]));
});
