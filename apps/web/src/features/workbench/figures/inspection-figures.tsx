import { ITEM_SEVERITY_LABELS, THEME, type ItemSeverity } from '@zhaoguan/contracts';
import { useNavigate } from 'react-router';
import { Chart } from '../../../shared/charts/chart';
import { Figure } from './figure';
import { heightOf, horizontalBars, LABELS } from './horizontal-bars';
import { useFindings, usePlanProgress, useResults } from './queries';

const COLOURS: Readonly<Record<ItemSeverity, string>> = {
  V: THEME.vermilion,
  H: THEME.ochre,
  M: THEME.indigo,
  L: THEME.inkSecondary,
};
const LONGEST_LABEL = 16;
const LEGEND_PX = 30;

const short = (text: string): string =>
  text.length > LONGEST_LABEL ? `${text.slice(0, LONGEST_LABEL)}…` : text;

/** The items found wrong most often, with how serious they are. */
export function Findings() {
  const title = '最常见的不符合项（最近 12 个月）';
  return (
    <Figure
      title={title}
      query={useFindings()}
      isEmpty={({ figure }) => figure.length === 0}
      empty="最近 12 个月的检查没有发现不符合项。"
    >
      {({ figure }) => (
        <Chart
          title={title}
          height={heightOf(figure.length)}
          option={horizontalBars(
            figure.map(({ itemTitle, severity, count }) => ({
              name: short(itemTitle),
              value: count,
              colour: COLOURS[severity],
            })),
            'long',
          )}
          table={{
            head: ['事项', '严重程度', '次数'],
            rows: figure.map(({ itemTitle, severity, count }) => [
              itemTitle,
              ITEM_SEVERITY_LABELS[severity],
              count,
            ]),
          }}
        />
      )}
    </Figure>
  );
}

export function Results() {
  const title = '检查结果（最近 12 个月）';
  return (
    <Figure
      title={title}
      query={useResults()}
      isEmpty={({ figure }) => figure.length === 0}
      empty="最近 12 个月没有提交的检查。"
    >
      {({ figure }) => (
        <Chart
          title={title}
          height={heightOf(figure.length)}
          option={horizontalBars(
            figure.map(({ resultLabel, count }) => ({ name: short(resultLabel), value: count })),
            'long',
          )}
          table={{
            head: ['检查结果', '次数'],
            rows: figure.map(({ resultLabel, count }) => [resultLabel, count]),
          }}
        />
      )}
    </Figure>
  );
}

/** How far the inspections of the running draws are; a click leads to the draw. */
export function PlanProgress() {
  const title = '进行中的抽查';
  const navigate = useNavigate();
  return (
    <Figure
      title={title}
      query={usePlanProgress()}
      isEmpty={({ figure }) => figure.length === 0}
      empty="没有进行中的抽查。抽取完成、任务分派之后，会出现在这里。"
    >
      {({ figure }) => (
        <Chart
          title={title}
          height={heightOf(figure.length, LEGEND_PX)}
          option={{
            grid: { left: LABELS.long, right: 40, top: 40, bottom: 24 },
            legend: { top: 0, data: ['已提交', '检查中', '尚未开始'] },
            tooltip: { trigger: 'axis' },
            xAxis: { type: 'value', minInterval: 1 },
            yAxis: { type: 'category', inverse: true, data: figure.map((plan) => short(plan.title)) },
            series: [
              { type: 'bar', stack: 'all', name: '已提交', data: figure.map(({ done }) => done) },
              { type: 'bar', stack: 'all', name: '检查中', data: figure.map(({ begun }) => begun) },
              { type: 'bar', stack: 'all', name: '尚未开始', data: figure.map(({ waiting }) => waiting) },
            ],
          }}
          table={{
            head: ['抽查', '最迟', '已提交', '检查中', '尚未开始'],
            rows: figure.map((plan) => [plan.title, plan.dueOn, plan.done, plan.begun, plan.waiting]),
          }}
          onPick={(name) => {
            const picked = figure.find((plan) => short(plan.title) === name);
            if (picked) void navigate(`/draws/${picked.drawId}`);
          }}
        />
      )}
    </Figure>
  );
}
