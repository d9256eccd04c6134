import { BarChart, HeatmapChart, LineChart, PieChart } from 'echarts/charts';
import {
  DatasetComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
} from 'echarts/components';
import { init, use, type ECharts } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { THEME } from '@zhaoguan/contracts';

use([
  BarChart,
  HeatmapChart,
  LineChart,
  PieChart,
  DatasetComponent,
  GridComponent,
  LegendComponent,
  TooltipComponent,
  VisualMapComponent,
  SVGRenderer,
]);

/** The colours of the console: pine, indigo, ochre, vermilion mean good, running, attention, stopped everywhere. */
export const CHART_THEME = {
  color: [THEME.pine, THEME.indigo, THEME.ochre, THEME.vermilion, THEME.inkSecondary],
  textStyle: { fontFamily: THEME.fontFamily, color: THEME.ink },
  categoryAxis: { axisLine: { lineStyle: { color: THEME.line } }, axisLabel: { color: THEME.inkSecondary } },
  valueAxis: { splitLine: { lineStyle: { color: THEME.line } }, axisLabel: { color: THEME.inkSecondary } },
};

export { init };
export type Picture = ECharts;
