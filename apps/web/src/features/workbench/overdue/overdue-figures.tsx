import { OVERDUE_BAND_LABELS, OVERDUE_BANDS, THEME, type OverdueBand } from '@zhaoguan/contracts';
import { Chart } from '../../../shared/charts/chart';
import { OfficeFigures, type Figure } from '../../../shared/table/office-figures';
import { Loaded } from '../../../shared/ui/loaded';
import { Panel } from '../../../shared/ui/panel';
import { useOverdueStatistics, type OverdueStatistics } from './queries';

type Office = OverdueStatistics['items'][number];

const COLOURS: Readonly<Record<OverdueBand, string>> = {
  upTo5: THEME.pine,
  upTo15: THEME.ochre,
  longer: THEME.vermilion,
};

/** How late what is overdue is, and by which office. */
export function OverdueFigures() {
  return (
    <Loaded query={useOverdueStatistics()} what="超期统计">
      {(statistics) => (statistics.items.length === 0 ? null : <Counted statistics={statistics} />)}
    </Loaded>
  );
}

function Counted({ statistics: { total, items } }: { readonly statistics: OverdueStatistics }) {
  return (
    <Panel title="超期统计">
      <Chart
        title="未办结事项的超期天数"
        height={180}
        option={{
          grid: { left: 40, right: 16, top: 16, bottom: 24 },
          tooltip: { trigger: 'axis' },
          xAxis: { type: 'category', data: OVERDUE_BANDS.map((band) => OVERDUE_BAND_LABELS[band]) },
          yAxis: { type: 'value', minInterval: 1 },
          series: [
            {
              type: 'bar',
              name: '未办结',
              barMaxWidth: 56,
              label: { show: true, position: 'top' },
              data: OVERDUE_BANDS.map((band) => ({
                value: total[band],
                itemStyle: { color: COLOURS[band] },
              })),
            },
          ],
        }}
        table={{
          head: ['超期', '未办结（件）'],
          rows: OVERDUE_BANDS.map((band) => [OVERDUE_BAND_LABELS[band], total[band]]),
        }}
      />
      {items.length > 1 && <OfficeFigures items={items} figures={FIGURES} />}
    </Panel>
  );
}

const FIGURES: readonly Figure<Office>[] = [
  ...OVERDUE_BANDS.map((band) => ({
    title: OVERDUE_BAND_LABELS[band],
    of: (office: Office) => office[band],
  })),
  { title: '已报上级', of: ({ further }) => further },
  { title: '一年内办结', of: ({ ended }) => ended },
];
