import { colleagueOn, colleaguesOf, othersInWords } from '../src/features/inspections/tasks/colleague';
import type { Task } from '../src/features/inspections/tasks/queries';

const finding = (recordedByName: string | null) =>
  ({
    itemId: 'i',
    outcomeLabel: '不符合',
    recordedAt: '2026-11-20T02:00:00Z',
    recordedByName,
  }) as Task['findings'][number];

describe('whose answer stands at an item', () => {
  it('is said when another of the team gave it', () => {
    expect(colleagueOn({ findings: [finding('示例·丙')] }, 'i', '示例·丁')).toEqual({
      name: '示例·丙',
      outcome: '不符合',
      at: '2026-11-20T02:00:00Z',
    });
  });

  it('is not said of the own one, of nobody’s, and of another item', () => {
    expect(colleagueOn({ findings: [finding('示例·丁')] }, 'i', '示例·丁')).toBeUndefined();
    expect(colleagueOn({ findings: [finding(null)] }, 'i', '示例·丁')).toBeUndefined();
    expect(colleagueOn({ findings: [finding('示例·丙')] }, 'other', '示例·丁')).toBeUndefined();
  });
});

describe('who is told that an inspection is submitted', () => {
  const member = (name: string) => ({
    name,
    certificateNumber: name,
    department: 'health',
    isAbsent: false,
  });

  it('is every other of the team, by name', () => {
    const others = colleaguesOf({ team: [member('甲'), member('乙'), member('丙')] }, '乙');
    expect(others).toEqual(['甲', '丙']);
    expect(othersInWords(others)).toEqual([expect.stringContaining('系统会通知甲、丙')]);
  });

  it('is nobody where nobody else is known', () => {
    expect(othersInWords([])).toEqual([]);
  });
});
