import { KIND_LABELS, THEME } from '@zhaoguan/contracts';
import { Chart } from '../../../shared/charts/chart';
import { useListWords } from '../../../shared/session/use-list-words';
import { Figure } from './figure';
import { horizontalBars } from './horizontal-bars';
import { useDaysToDecision, useFilingsByWeek } from './queries';

const OUTCOMES = [
  'ACCEPTED',
  'RETURNED',
  'DISMISSED',
  'REFUSED',
  'LAPSED',
  'WITHDRAWN',
  'SUBMITTED',
] as const;
const COLOURS = {
  ACCEPTED: THEME.pine,
  RETURNED: THEME.ochre,
  DISMISSED: THEME.inkDisabled,
  REFUSED: THEME.vermilion,
  LAPSED: THEME.inkSecondary,
  WITHDRAWN: THEME.ink,
  SUBMITTED: THEME.indigo,
} as const;

/** What was handed in, week by week, by what has become of it: 不予受理 where there are licences alone. */
export function FilingsByWeek() {
  const { states } = useListWords();
  const shown = OUTCOMES.flatMap((outcome) => {
    const label = states[outcome];
    return label === undefined ? [] : [{ outcome, label }];
  });
  const labels = shown.map(({ label }) => label);
  const title = '每周提交的申请（最近 26 周）';
  return (
    <Figure
      title={title}
      query={useFilingsByWeek()}
      isEmpty={({ figure }) =>
        figure.every(({ byOutcome }) => shown.every(({ outcome }) => byOutcome[outcome] === 0))
      }
      empty="最近 26 周没有提交的申请。"
    >
      {({ figure }) => (
        <Chart
          title={title}
          option={{
            grid: { left: 40, right: 16, top: 40, bottom: 24 },
            legend: { top: 0, data: labels },
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'category', data: figure.map(({ from }) => from.slice(5)) },
            yAxis: { type: 'value', minInterval: 1 },
            series: shown.map(({ outcome, label }) => ({
              type: 'bar',
              stack: 'all',
              name: label,
              itemStyle: { color: COLOURS[outcome] },
              data: figure.map(({ byOutcome }) => byOutcome[outcome]),
            })),
          }}
          table={{
            head: ['周（星期一）', ...labels],
            rows: figure.map(({ from, byOutcome }) => [
              from,
              ...shown.map(({ outcome }) => byOutcome[outcome]),
            ]),
          }}
        />
      )}
    </Figure>
  );
}

/** How long people wait for a decision. */
export function DaysToDecision() {
  const title = '提交至办结的工作日数（中位数）';
  return (
    <Figure
      title={title}
      query={useDaysToDecision()}
      isEmpty={({ figure }) => figure.every(({ decided }) => decided === 0)}
      empty="最近 26 周没有办结的申请。"
    >
      {({ figure }) => (
        <Chart
          title={title}
          height={180}
          option={horizontalBars(
            figure.map(({ kind, medianWorkingDays }) => ({
              name: KIND_LABELS[kind],
              value: medianWorkingDays,
            })),
            'short',
            '{c} 天',
          )}
          table={{
            head: ['类别', '中位数（工作日）', '办结件数'],
            rows: figure.map(({ kind, medianWorkingDays, decided }) => [
              KIND_LABELS[kind],
              medianWorkingDays ?? '没有办结的',
              decided,
            ]),
          }}
        />
      )}
    </Figure>
  );
}
