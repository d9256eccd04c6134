import { heldInWords, unattendedInWords } from '../src/features/filings/assignment/held-back-words';

const open = { holder: null, mine: false, heldBack: null, unattended: false, availableActions: [] };

describe('who conducts a case, in words', () => {
  it('offers to take it to nobody but who may', () => {
    expect(heldInWords({ ...open, availableActions: ['take', 'assign'] })).toContain('可以领取');
    expect(heldInWords({ ...open, availableActions: ['assign'] })).not.toContain('领取');
  });

  it('offers nothing where nobody may conduct it', () => {
    const head = { ...open, availableActions: ['assign' as const], unattended: true };
    expect(heldInWords(head)).toBe('待分派。');
  });

  it('tells the head what there is to do, and the others that it is told', () => {
    expect(unattendedInWords('head', '备案受理人')).toBe(
      '本机关目前没有可以办理本件的工作人员。请联系系统管理员新建一名本部门的备案受理人，再在这里分派。',
    );
    expect(unattendedInWords('other', '备案受理人')).toContain('已通知负责人和系统管理员');
  });
});
