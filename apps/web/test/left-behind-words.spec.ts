import { leftBehindInWords, type LeftBehind } from '../src/features/access/left-behind-words';

const words = (left: Partial<LeftBehind>) => leftBehindInWords({ offices: [], departments: [], ...left });

const office = { officeName: '西安市长安区民政局', unstaffed: true, cases: 2 };

describe('what an account leaves behind', () => {
  it('is the office without anybody, and how many cases nobody could handle then', () => {
    expect(words({ offices: [office] })).toEqual([
      '西安市长安区民政局将没有可以办理申请的工作人员，已提交、尚未办结的 2 件申请届时无人可以办理，随即列入您的待办“无人办理申请的机关，待新建账号”。请先新建一名备案受理人。',
    ]);
    expect(words({ offices: [{ ...office, cases: 0 }] })[0]).toContain('以后提交的申请无人可以办理');
  });

  it('is what the others are kept from, where there are others', () => {
    expect(words({ offices: [{ ...office, unstaffed: false, cases: 1 }] })[0]).toContain(
      '有 1 件其他工作人员应当回避、不能办理',
    );
  });

  it('is the department of which nobody could be asked, and how many opinions wait for it', () => {
    const department = { departmentName: '西安市长安区消防救援大队', vacant: true, opinions: 3 };
    expect(words({ departments: [department] })).toEqual([
      '西安市长安区消防救援大队将没有协同意见答复人，已收到、尚未答复的 3 件征求意见届时无人可以答复，办理申请的机关只能不再等待、线下征求。请先由其答复，或者先新建一名协同意见答复人。',
    ]);
    expect(words({ departments: [{ ...department, opinions: 0 }] })[0]).toContain('以后不能在线征求');
    expect(words({ departments: [{ ...department, vacant: false, opinions: 1 }] })[0]).toContain(
      '有 1 件其他答复人应当回避',
    );
  });

  it('is nothing where others handle it', () => expect(words({})).toEqual([]));
});
