import type { GuideSteps } from '@zhaoguan/filings';
import type { VNode } from 'preact';

const WIDTH = 360;
const BOX = { width: 112, height: 46 };
const ROW = 112;
const TOP = 8;
/** How far along an arrow its number stands: beyond the middle, clear of the arrows within the row above. */
const NUMBER_AT = 0.64;
/** Letters of one line in a box. */
const LINE = 7;

interface Point {
  readonly x: number;
  readonly y: number;
}

interface Placed extends Point {
  readonly label: string;
  readonly end: boolean;
  readonly row: number;
}

interface FlowProps {
  readonly flow: GuideSteps;
  /** Id of the list below that says the same in words. */
  readonly describedBy: string;
}

/** The flow as a picture, drawn from the table of transitions; what it shows stands in words below it. */
export function FlowPicture({ flow, describedBy }: FlowProps): VNode {
  const width = Math.max(WIDTH, ...flow.rows.map((row) => row.length * (BOX.width + 8)));
  const places = placesOf(flow, width);
  const height = TOP + (flow.rows.length - 1) * ROW + BOX.height + 48;
  return (
    <svg
      class="flow"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label="办理流程图"
      aria-describedby={describedBy}
    >
      <defs>
        <marker
          id="flow-arrow"
          viewBox="0 0 8 8"
          refX="7"
          refY="4"
          markerWidth="7"
          markerHeight="7"
          orient="auto"
        >
          <path class="flow-tip" d="M0 0 8 4 0 8z" />
        </marker>
      </defs>
      {flow.steps.map(({ number, from, to }) => (
        <Arrow key={number} number={number} from={at(places, from)} to={at(places, to)} />
      ))}
      {[...places].map(([state, place]) => (
        <Box key={state} place={place} />
      ))}
    </svg>
  );
}

function placesOf({ rows }: GuideSteps, width: number): Map<string, Placed> {
  return new Map(
    rows.flatMap((states, row) =>
      states.map(({ state, label, end }, column): [string, Placed] => [
        state,
        { label, end, row, x: ((column + 0.5) * width) / states.length, y: TOP + row * ROW + BOX.height / 2 },
      ]),
    ),
  );
}

function at(places: ReadonlyMap<string, Placed>, state: string): Placed {
  const place = places.get(state);
  if (!place) throw new Error(`the flow has no place for ${state}`);
  return place;
}

function Box({ place: { x, y, label, end } }: { place: Placed }): VNode {
  const lines = label.length > LINE ? [label.slice(0, LINE - 2), label.slice(LINE - 2)] : [label];
  return (
    <g>
      <rect
        class={end ? 'flow-box flow-end' : 'flow-box'}
        x={x - BOX.width / 2}
        y={y - BOX.height / 2}
        width={BOX.width}
        height={BOX.height}
        rx={end ? BOX.height / 2 : 6}
      />
      {lines.map((line, index) => (
        <text key={line} class="flow-text" x={x} y={y + 5 + (index - (lines.length - 1) / 2) * 18}>
          {line}
        </text>
      ))}
    </g>
  );
}

function Arrow({ number, from, to }: { number: number; from: Placed; to: Placed }): VNode {
  const { path, middle } = route(from, to);
  return (
    <g>
      <path class="flow-line" d={path} marker-end="url(#flow-arrow)" />
      <circle class="flow-dot" cx={middle.x} cy={middle.y} r={11} />
      <text class="flow-number" x={middle.x} y={middle.y + 5}>
        {number}
      </text>
    </g>
  );
}

/** Down from row to row, up on the other side of what comes down, and below the boxes within a row. */
function route(from: Placed, to: Placed): { readonly path: string; readonly middle: Point } {
  const half = BOX.height / 2;
  if (from.row === to.row) {
    const depth = from.y + half + 20;
    const [start, end] = [towards(from, to, 30), towards(to, from, 30)];
    return {
      path: `M${start} ${from.y + half} C${start} ${depth} ${end} ${depth} ${end} ${to.y + half}`,
      middle: { x: (start + end) / 2, y: from.y + half + 15 },
    };
  }
  const down = to.row > from.row;
  // What goes back runs beside what came, so that both can be told apart.
  const side = down ? -14 : 14;
  const start = { x: towards(from, to, 40) + side, y: down ? from.y + half : from.y - half };
  const end = { x: to.x + side, y: down ? to.y - half : to.y + half };
  return {
    path: `M${start.x} ${start.y} L${end.x} ${end.y}`,
    middle: { x: start.x + (end.x - start.x) * NUMBER_AT, y: start.y + (end.y - start.y) * NUMBER_AT },
  };
}

/** Where on the edge of a box a line to another begins: off its middle, towards the other. */
function towards(box: Point, other: Point, most: number): number {
  return box.x + Math.max(-most, Math.min(most, (other.x - box.x) / 3));
}
