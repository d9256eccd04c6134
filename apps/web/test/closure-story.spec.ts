import { closureStory } from '../src/features/filings/closures/closure-record';

const record = (at: string, words: string | null) =>
  ({
    at,
    checkedOn: at.slice(0, 10),
    placedLabel: '尚未完成',
    refundedLabel: '已全部退还',
    words,
    reason: null,
  }) as Parameters<typeof closureStory>[0]['records'][number];
const report = (at: string, statement: string) =>
  ({ at, statement }) as Parameters<typeof closureStory>[0]['reports'][number];

it('tells what was found and what was reported in the order in which it came', () => {
  const told = closureStory({
    records: [record('2026-12-01T02:00:00.000Z', '还有一户'), record('2026-12-03T02:00:00.000Z', null)],
    reports: [report('2026-12-02T02:00:00.000Z', '已接回'), report('2026-12-04T02:00:00.000Z', '全部接回')],
  });
  expect(told.map(({ said }) => said)).toEqual([
    '记录：2026年12月1日核实，人员安置：尚未完成；费用退还：已全部退还。还有一户。',
    '经办人报告已完成：已接回',
    '记录：2026年12月3日核实，人员安置：尚未完成；费用退还：已全部退还。',
    '经办人报告已完成：全部接回',
  ]);
});
