import { EXPIRY_WHAT_LABELS, EXPIRY_WHATS, THEME } from '@zhaoguan/contracts';
import { Chart } from '../../shared/charts/chart';
import type { ExpiryMonth } from './queries';

/** Shades from near the institution itself to its staff; the legend and the table name them. */
const COLOURS = [
  THEME.indigo,
  THEME.vermilion,
  THEME.ochre,
  THEME.pine,
  THEME.inkSecondary,
  '#7a6ea8',
  '#5b9a8b',
  '#b0885c',
  '#8f8f8f',
  '#c46a8c',
  '#4d7ea8',
];
const ENDED = '已到期';

interface MonthsPictureProps {
  readonly months: readonly ExpiryMonth[];
  /** A click on a month; null for what has ended. */
  readonly onPick: (month: string | null) => void;
}

/** How many end in each of the months ahead, by what they are. */
export function MonthsPicture({ months, onPick }: MonthsPictureProps) {
  const names = namesOf(months);
  const sorts = EXPIRY_WHATS.filter((what) => months.some((each) => each.what === what));
  const countOf = (name: string, what: string): number =>
    months.find((each) => (each.month ?? ENDED) === name && each.what === what)?.count ?? 0;
  return (
    <Chart
      title="各月到期的事项"
      height={280}
      option={{
        grid: { left: 40, right: 16, top: 64, bottom: 28 },
        legend: { top: 0, type: 'scroll', data: sorts.map((what) => EXPIRY_WHAT_LABELS[what]) },
        tooltip: { trigger: 'axis' },
        xAxis: { type: 'category', data: names },
        yAxis: { type: 'value', minInterval: 1 },
        series: sorts.map((what) => ({
          type: 'bar',
          stack: 'all',
          barMaxWidth: 48,
          name: EXPIRY_WHAT_LABELS[what],
          itemStyle: { color: COLOURS[EXPIRY_WHATS.indexOf(what)] },
          data: names.map((name) => countOf(name, what)),
        })),
      }}
      table={{
        head: ['月份', ...sorts.map((what) => EXPIRY_WHAT_LABELS[what])],
        rows: names.map((name) => [name, ...sorts.map((what) => countOf(name, what))]),
      }}
      onPick={(name) => onPick(name === ENDED ? null : name)}
    />
  );
}

/** What has ended, and every month up to the last in which something ends, also those in which nothing does. */
function namesOf(months: readonly ExpiryMonth[]): string[] {
  const ahead = months.flatMap(({ month }) => (month === null ? [] : [month])).sort();
  const names = months.some(({ month }) => month === null) ? [ENDED] : [];
  const last = ahead.at(-1);
  for (let month = ahead[0]; month !== undefined && last !== undefined && month <= last; month = after(month))
    names.push(month);
  return names;
}

function after(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
