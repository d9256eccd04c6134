import { useEffect, useId, useRef, useState } from 'react';
import type { EChartsCoreOption } from 'echarts/core';
import { CHART_THEME, init, type Picture } from './echarts';
import './chart.css';

interface ChartProps {
  readonly title: string;
  readonly option: EChartsCoreOption;
  /** The same numbers as a table: for those who listen, print, or want them exactly. */
  readonly table: {
    readonly head: readonly string[];
    readonly rows: readonly (readonly (string | number)[])[];
  };
  readonly height?: number;
  /** A click on a mark of the picture, by the name of what it shows. */
  readonly onPick?: (name: string) => void;
}

/** A picture of figures, and the figures. */
export function Chart({ title, option, table, height = 260, onPick }: ChartProps) {
  const id = useId();
  const [asTable, setAsTable] = useState(false);
  return (
    <figure className="chart" aria-labelledby={id}>
      <figcaption id={id}>
        <strong>{title}</strong>
        <button type="button" className="link-button no-print" onClick={() => setAsTable(!asTable)}>
          {asTable ? '看图' : '看表格'}
        </button>
      </figcaption>
      {!asTable && <Canvas option={option} height={height} {...(onPick ? { onPick } : {})} />}
      {/* Around the table, for a table is never narrower than its words. */}
      <div
        className={asTable ? 'chart-figures' : 'chart-figures visually-hidden'}
        {...(asTable ? { tabIndex: 0 } : {})}
      >
        <table>
          <caption className="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {table.head.map((name) => (
                <th key={name} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.join('|')}>
                {row.map((value, i) => (
                  <td key={table.head[i]}>{value}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </figure>
  );
}

function Canvas({ option, height, onPick }: Pick<ChartProps, 'option' | 'onPick'> & { height: number }) {
  const here = useRef<HTMLDivElement>(null);
  const picture = useRef<Picture>(undefined);
  useEffect(() => {
    if (!here.current) return undefined;
    const made = init(here.current, CHART_THEME, { renderer: 'svg' });
    picture.current = made;
    const resizing = new ResizeObserver(() => made.resize());
    resizing.observe(here.current);
    return () => {
      resizing.disconnect();
      made.dispose();
    };
  }, []);
  useEffect(() => {
    picture.current?.setOption({ animation: false, ...option }, true);
  }, [option]);
  useEffect(() => {
    const made = picture.current;
    if (!made || !onPick) return undefined;
    const pick = ({ name }: { name?: string }) => name !== undefined && onPick(name);
    made.on('click', pick);
    return () => void made.off('click', pick);
  }, [onPick]);
  return <div ref={here} className="chart-canvas" style={{ height }} aria-hidden="true" />;
}
