import { RATING_LEVEL_LABELS, RATING_LEVELS, THEME } from '@zhaoguan/contracts';
import { isPlainDate } from '@zhaoguan/kernel';
import { Chart } from '../../shared/charts/chart';
import { DayPicker } from '../../shared/form/day-picker';
import { ExportButton } from '../../shared/files/export-button';
import { OfficeFigures, type Figure } from '../../shared/table/office-figures';
import { useFilters } from '../../shared/table/use-filters';
import { dayInWords } from '../../shared/ui/dates';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { wholeAxis, type OnAxis } from './whole-axis';
import { useStatistics, type OfficeFigures as Rated, type Period, type Statistics } from './queries';

const PERIOD = ['from', 'to'] as const;

/** How the services were rated (评价统计), by office and quarter of a period. */
export default function StatisticsPage() {
  const [filters, change] = useFilters(PERIOD);
  const period = periodOf(filters);
  return (
    <Page
      title="评价统计"
      facts="满意率为非常满意、满意、基本满意的占比；经核实不成立的评价不计入。"
      actions={
        <ExportButton
          path="/api/v1/service-rating-statistics/export"
          filters={{ ...period }}
          name="服务评价统计"
        />
      }
    >
      <div className="filters" role="group" aria-label="期间">
        {PERIOD.map((name) => (
          <label key={name}>
            {name === 'from' ? '从 ' : '到 '}
            <DayPicker
              value={filters[name] ?? null}
              onChange={(day) => change({ [name]: day ?? undefined })}
            />
          </label>
        ))}
      </div>
      <Loaded query={useStatistics(period)} what="评价统计">
        {(statistics) => <Counted statistics={statistics} />}
      </Loaded>
    </Page>
  );
}

/** What was typed and is no day is left out, and the field says so. */
function periodOf(filters: Partial<Record<(typeof PERIOD)[number], string>>): Period {
  const days = PERIOD.flatMap((name) => {
    const day = filters[name];
    return day !== undefined && isPlainDate(day) ? [[name, day] as const] : [];
  });
  return Object.fromEntries(days);
}

function Counted({ statistics }: { readonly statistics: Statistics }) {
  const { from, to, minimum, items } = statistics;
  const period = `${dayInWords(from)}至${dayInWords(to)}`;
  if (items.length === 0) {
    return (
      <p className="muted">
        {period}没有服务评价。申请人在办理页面评价以后，这里按机关统计；本季度的，季度结束以后统计。
      </p>
    );
  }
  return (
    <>
      <Panel title={period}>
        <Periods statistics={statistics} />
      </Panel>
      <Panel title="各机关">
        <OfficeFigures items={items} figures={FIGURES} />
        <p className="muted">
          按已经结束的整季度统计；一个季度评价不足 {minimum}{' '}
          件的机关，该季度不计入，以免认出评价人。只办理差评回访、不受理申请的人员不受此限。
        </p>
      </Panel>
    </>
  );
}

function Periods({ statistics }: { readonly statistics: Statistics }) {
  const periods = wholeAxis(statistics.periods);
  if (periods.length === 0) return <p className="muted">评价较少，不分期列出。</p>;
  const series = [
    { name: '满意', colour: THEME.pine, of: (row: OnAxis) => row.satisfied },
    { name: '不满意', colour: THEME.vermilion, of: (row: OnAxis) => row.dissatisfied },
  ];
  return (
    <Chart
      title="各期的评价"
      option={{
        grid: { left: 40, right: 16, top: 40, bottom: 24 },
        legend: { top: 0, data: series.map(({ name }) => name) },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: periods.map(({ period }) => periodInWords(period)) },
        yAxis: { type: 'value', minInterval: 1 },
        series: series.map(({ name, colour, of }) => ({
          type: 'bar',
          stack: 'all',
          name,
          itemStyle: { color: colour },
          data: periods.map(of),
        })),
      }}
      table={{
        head: ['期间', ...series.map(({ name }) => name)],
        rows: periods.map((row) => [
          periodInWords(row.period),
          ...series.map(({ of }) => of(row) ?? '没有或者不计入'),
        ]),
      }}
    />
  );
}

/** `2026-Q3` as 2026年第3季度; a month as it is. */
function periodInWords(period: string): string {
  return period.replace(/^(\d{4})-Q(\d)$/, '$1年第$2季度');
}

const FEW = <span className="muted">不分项</span>;

const FIGURES: readonly Figure<Rated>[] = [
  { title: '评价数', of: ({ total }) => total ?? FEW },
  { title: '满意率', of: ({ satisfaction }) => (satisfaction === null ? FEW : percent(satisfaction)) },
  ...RATING_LEVELS.map((level) => ({
    title: RATING_LEVEL_LABELS[level],
    of: ({ levels }: Rated) => levels?.[level] ?? FEW,
  })),
  { title: '不成立', of: ({ unfounded }) => unfounded ?? FEW },
  {
    title: '差评办结',
    of: ({ followUps }) => (followUps === null ? FEW : `${followUps.ended} / ${followUps.opened}`),
  },
  { title: '按期办结', of: ({ followUps }) => (followUps === null ? FEW : inTimeInWords(followUps)) },
  { title: '超期未办结', of: ({ followUps }) => followUps?.overdue ?? FEW },
];

function inTimeInWords({ ended, endedInTime }: NonNullable<Rated['followUps']>) {
  return ended === 0 ? (
    <span className="muted">没有办结的</span>
  ) : (
    percent(Math.round((endedInTime / ended) * 10_000))
  );
}

function percent(basisPoints: number): string {
  return `${(basisPoints / 100).toFixed(1)}%`;
}
