import { runsOf, type InspectionAct } from '../src/features/inspections/act-runs';

const act = (action: string, actorName: string, at: string, reason: string | null = null) =>
  ({ action, label: action, actorName, at, reason }) as InspectionAct;

describe('the history of an inspection', () => {
  it('tells what one person did over and over once, with its last time', () => {
    const acts = [
      act('start', '示例·甲', '1'),
      act('record', '示例·甲', '2'),
      act('record', '示例·甲', '3'),
      act('record', '示例·乙', '4'),
      act('record', '示例·甲', '5'),
    ];
    expect(runsOf(acts).map(({ act: { at }, times }) => [at, times])).toEqual([
      ['1', 1],
      ['3', 2],
      ['4', 1],
      ['5', 1],
    ]);
  });

  it('keeps every reason', () => {
    const acts = [act('void', '示例·甲', '1', '有误'), act('void', '示例·甲', '2', '仍有误')];
    expect(runsOf(acts)).toHaveLength(2);
  });
});
