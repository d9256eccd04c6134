import type { EChartsCoreOption } from 'echarts/core';

export interface Bar {
  readonly name: string;
  /** Null where there is nothing to say. */
  readonly value: number | null;
  readonly colour?: string;
}

export const LABELS = { short: 90, medium: 130, long: 250 } as const;
const ROW_PX = 28;
const FRAME_PX = 60;

/** A bar for each of a few or many things, from top to bottom, with its number at the end. */
export function horizontalBars(
  bars: readonly Bar[],
  labels: keyof typeof LABELS,
  valueText = '{c}',
): EChartsCoreOption {
  return {
    grid: { left: LABELS[labels], right: 60, top: 8, bottom: 24 },
    xAxis: { type: 'value', minInterval: 1 },
    yAxis: { type: 'category', inverse: true, data: bars.map(({ name }) => name) },
    series: [
      {
        type: 'bar',
        label: { show: true, position: 'right', formatter: valueText },
        data: bars.map(({ value, colour }) => ({
          value,
          ...(colour === undefined ? {} : { itemStyle: { color: colour } }),
        })),
      },
    ],
  };
}

/** Pixels for so many rows and `extra` above them. */
export function heightOf(rows: number, extra = 0): number {
  return FRAME_PX + rows * ROW_PX + extra;
}
