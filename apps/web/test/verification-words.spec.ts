import {
  asksForChange,
  isFiledAnew,
  mismatchInWords,
  unseenInWords,
  tooFewInWords,
  verificationInWords,
  whereFormWrong,
} from '../src/features/filings/verification/verification-words';

const AREA = {
  pointer: '/institution/indoorAreaM2',
  label: '室内使用面积',
  filed: '40 平方米',
  requires: null,
  matches: false,
  found: '35',
  unit: '平方米',
  foundNumber: null,
};
const STANDS = { ...AREA, now: '40 平方米', asFound: false };
const ANSWERED = { ...AREA, now: '35 平方米', asFound: true };
const OTHER = { ...AREA, now: '38 平方米', asFound: false };
const FIRE = {
  pointer: '/site/FIRE_SAFETY',
  label: '消防',
  filed: null,
  requires: '通道畅通',
  matches: false,
  found: '堆放杂物',
  unit: null,
  foundNumber: null,
  now: null,
  asFound: false,
};

describe('what a visit found to be otherwise, in words', () => {
  it('stands beside what was filed, and beside what is filed now where that is otherwise', () => {
    expect(mismatchInWords(STANDS)).toBe('室内使用面积：填报 40 平方米，现场 35');
    expect(mismatchInWords(ANSWERED)).toBe(
      '室内使用面积：原填报 40 平方米，现场 35，现填报 35 平方米（与现场所见相同）',
    );
    expect(mismatchInWords(OTHER)).toBe('室内使用面积：原填报 40 平方米，现场 35，现填报 38 平方米');
    expect(mismatchInWords(FIRE)).toBe('消防：应当 通道畅通，现场 堆放杂物');
    expect([STANDS, ANSWERED, OTHER, FIRE].map((one) => isFiledAnew([one]))).toEqual([
      false,
      true,
      true,
      false,
    ]);
  });

  it('asks for a change only of what a change would answer', () => {
    expect([STANDS, ANSWERED, OTHER, FIRE].map((one) => asksForChange([one]))).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(asksForChange([ANSWERED, STANDS])).toBe(true);
  });

  it('names a change only once there is an institution, and no withdrawal while it is returned', () => {
    const found = {
      ...({ status: 'MISMATCH_FOUND', origin: 'ORDERED', correctBy: '2026-12-11' } as const),
      availableActions: [],
      unseen: [],
      steps: [],
    };
    const said = (status: 'SUBMITTED' | 'RETURNED' | 'ACCEPTED') =>
      verificationInWords(found, false, { status }) + whereFormWrong({ status });
    expect(said('ACCEPTED')).toContain('请办理变更');
    expect(said('SUBMITTED')).toContain('可以撤回申请');
    expect(said('RETURNED')).toContain('请在补正中改正这一项');
    expect(said('SUBMITTED')).not.toContain('变更');
    expect(said('RETURNED')).not.toMatch(/变更|撤回/);
  });

  it('tells the office where it need not go again', () => {
    const again = { status: 'RECHECK', origin: 'ORDERED', correctBy: null } as const;
    const said = (availableActions: readonly ('confirm' | 'settle')[]) =>
      verificationInWords(
        { ...again, availableActions: [...availableActions], unseen: [], steps: [] },
        true,
        {
          status: 'SUBMITTED',
        },
      );
    expect(said(['confirm', 'settle'])).toContain('可以不再到现场');
    expect(said(['confirm'])).not.toContain('不再到现场');
  });

  it('never calls what nobody has seen the same as what was seen', () => {
    const moved = { pointer: '/institution/address', label: '详细地址', seen: '示例路1号', now: '示例路9号' };
    const last = { origin: 'ORDERED', correctBy: null, availableActions: [] } as const;
    const said = (status: 'RECHECK' | 'VERIFIED', unseen: readonly (typeof moved)[]) =>
      verificationInWords({ ...last, availableActions: [], status, unseen: [...unseen], steps: [] }, true, {
        status: 'SUBMITTED',
      });
    expect(said('VERIFIED', [])).toBe('现场情况与填报的内容一致。');
    for (const status of ['RECHECK', 'VERIFIED'] as const)
      expect(said(status, [moved])).toContain('没有到现场看过');
    expect(unseenInWords(moved)).toBe('详细地址：现场所见 示例路1号，现填报 示例路9号');
    expect(unseenInWords({ ...moved, seen: null, now: null })).toBe('详细地址：核查时没有填报，现填报 无');
  });

  it('says at once why nobody goes any more', () => {
    const called = { status: 'CANCELLED', origin: 'ACCEPTANCE', correctBy: null } as const;
    const step = { seq: 2, label: '不再核查', from: 'OPEN', to: 'CANCELLED', actorName: null } as const;
    const said = (reason: string | null) =>
      verificationInWords(
        {
          ...called,
          availableActions: [],
          unseen: [],
          steps: [{ ...step, action: 'cancel', at: '2026-11-30T02:00:00Z', reason }],
        },
        false,
        { status: 'ACCEPTED' },
      );
    expect(said('服务场所变更，由变更以后的现场核查代替')).toBe(
      '原因（2026年11月30日）：服务场所变更，由变更以后的现场核查代替。',
    );
    expect(said(null)).toBe('原因（2026年11月30日）：见办理过程。');
  });

  it('says where it was concluded without another visit, by what and on which day', () => {
    const settled = { status: 'VERIFIED', origin: 'ORDERED', correctBy: null, availableActions: [] } as const;
    const step = { seq: 3, label: '复核办结', from: 'RECHECK', to: 'VERIFIED', actorName: null } as const;
    const steps = [
      { ...step, action: 'settle' as const, at: '2026-11-30T02:00:00Z', reason: '床位数：现填报96 张' },
    ];
    const said = (last: typeof steps) =>
      verificationInWords({ ...settled, availableActions: [], steps: last, unseen: [] }, false, {
        status: 'ACCEPTED',
      });
    expect(said(steps)).toContain(
      '2026年11月30日 10:00 据改正后的填报复核办结，没有再到现场：床位数：现填报96 张。',
    );
    expect(said([])).toBe('现场情况与填报的内容一致。');
  });

  it('says before a visit is recorded that two are wanted, where fewer may go', () => {
    expect(tooFewInWords(2)).toBeNull();
    expect(tooFewInWords(1)).toContain('现在可以到场的只有 1 名');
  });
});
