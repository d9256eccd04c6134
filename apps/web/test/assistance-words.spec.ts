import { assistanceInWords } from '../src/features/filings/assistance/assistance-words';

const STANDS = {
  officialName: '示例·甲窗口',
  applicantName: '示例·周经办',
  endedAt: null,
  left: null,
  byViewer: false,
  acting: false,
  mayEnd: true,
};

describe('what is said of the assistance at the window', () => {
  it('names who ended it, as far as that is known', () => {
    const ended = { ...STANDS, mayEnd: false, endedAt: '2026-11-20T02:00:00Z' };
    expect(assistanceInWords({ ...ended, left: true }, 'DRAFT')).toMatch(/代办人 示例·甲窗口 .*退出代办/);
    expect(assistanceInWords({ ...ended, left: false }, 'DRAFT')).toMatch(/^申请人已于.*结束代办/);
    expect(assistanceInWords(ended, 'DRAFT')).toMatch(/^窗口代办已于.*结束/);
  });

  it('promises nothing of a case that lies with the authority or is decided', () => {
    expect(assistanceInWords(STANDS, 'DRAFT')).toContain('接着办理');
    expect(assistanceInWords(STANDS, 'SUBMITTED')).not.toContain('接着办理');
    const clerk = { ...STANDS, byViewer: true, mayEnd: false };
    expect(assistanceInWords(clerk, 'SUBMITTED')).toContain('继续代申请人补正');
    expect(assistanceInWords(clerk, 'ACCEPTED')).not.toContain('补正');
    expect(assistanceInWords(clerk, 'ACCEPTED')).toContain('已经办结');
  });

  it('says to the applicant and to who entered it that it can be taken back for them until it is decided', () => {
    expect(assistanceInWords(STANDS, 'SUBMITTED')).toMatch(
      /作出决定以前要撤回的，.*请代办人代为撤回.*不能再代您补正、撤回/,
    );
    const clerk = { ...STANDS, byViewer: true, mayEnd: false };
    expect(assistanceInWords(clerk, 'SUBMITTED')).toContain('作出决定以前申请人要求撤回的，您可以代为撤回');
  });

  it('says to who entered it that it was taken back, and not that it was decided', () => {
    const clerk = { ...STANDS, byViewer: true, mayEnd: false };
    for (const [status, said] of [
      ['WITHDRAWN', '已经撤回'],
      ['LAPSED', '视为撤回'],
    ] as const) {
      expect(assistanceInWords(clerk, status)).toContain(said);
      expect(assistanceInWords(clerk, status)).not.toMatch(/领取|继续代申请人补正/);
    }
  });
});
