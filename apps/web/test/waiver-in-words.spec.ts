import { endedOf, waiverInWords } from '../src/features/filings/opinions/waiver-in-words';

const FIRE = { id: 'a', departmentName: '示例·消防', dueOn: '2026-11-25' };
const HEALTH = { id: 'b', departmentName: '示例·卫健', dueOn: '2026-12-03' };

describe('what follows when opinions are waited for no longer', () => {
  it('proposes those whose term has ended, and the only one', () => {
    expect(endedOf([FIRE, HEALTH], '2026-11-26')).toEqual([FIRE]);
    expect(endedOf([FIRE, HEALTH], '2026-11-25')).toEqual([]);
    expect(endedOf([HEALTH], undefined)).toEqual([HEALTH]);
  });

  it('says whose term still runs, and whose opinion is still waited for', () => {
    expect(waiverInWords([FIRE, HEALTH], [HEALTH], '2026-11-30')).toEqual([
      '示例·卫健的答复期限至2026年12月3日，还没有届满。',
      '示例·卫健不能再答复。',
      '仍然等待示例·消防的意见，答复以前不能准予或者不予。',
      '理由留有记录。',
    ]);
  });

  it('opens the decision once nobody is waited for, and the last day itself still counts', () => {
    expect(waiverInWords([FIRE], [FIRE], '2026-11-26')).toEqual([
      '示例·消防不能再答复。',
      '此后可以作出决定。',
      '理由留有记录。',
    ]);
    expect(waiverInWords([FIRE], [FIRE], '2026-11-25')[0]).toContain('还没有届满');
    expect(waiverInWords([FIRE, HEALTH], [], '2026-11-25')).toEqual(['选择不再等待哪些部门。']);
  });
});
