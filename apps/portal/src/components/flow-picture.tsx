import type { GuideSteps } from '@zhaoguan/filings';
import type { VNode } from 'preact';

const WIDTH = 360;
const BOX = { width: 112, height: 46 };
const ROW = 112;
const TOP = 8;
/** How far along an arrow its number stands: beyond the middle, clear of the arrows within the row above. */
const NUMBER_AT = 0.64;
/** How far apart the numbers of one arrow stand. */
const APART = 0.3;
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
  const ways = waysOf(flow, places);
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
      {ways.map((way) => (
        <path key={way.numbers[0]} class="flow-line" d={route(way).path} marker-end="url(#flow-arrow)" />
      ))}
      {ways.map((way) => (
        <Numbers key={way.numbers[0]} way={way} />
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

/** From where to where, and the numbers of the acts that lead there: they share one arrow. */
interface Way {
  readonly from: Placed;
  readonly to: Placed;
  readonly numbers: readonly number[];
}

function waysOf({ steps }: GuideSteps, places: ReadonlyMap<string, Placed>): Way[] {
  const first = steps.filter((step, index) => steps.findIndex((each) => isSameWay(each, step)) === index);
  return first.map((step) => ({
    from: at(places, step.from),
    to: at(places, step.to),
    numbers: steps.filter((each) => isSameWay(each, step)).map(({ number }) => number),
  }));
}

type Ends = Pick<GuideSteps['steps'][number], 'from' | 'to'>;
const isSameWay = (one: Ends, other: Ends): boolean => one.from === other.from && one.to === other.to;

/** After all the lines, so that none runs through a number. */
function Numbers({ way }: { way: Way }): VNode {
  return (
    <g>
      {way.numbers.map((number, index) => {
        const { x, y } = route(way, NUMBER_AT - index * APART).middle;
        return (
          <g key={number}>
            <circle class="flow-dot" cx={x} cy={y} r={11} />
            <text class="flow-number" x={x} y={y + 5}>
              {number}
            </text>
          </g>
        );
      })}
    </g>
  );
}

/** Down from row to row, up on the other side of what comes down, and below the boxes within a row. */
function route(
  { from, to }: Pick<Way, 'from' | 'to'>,
  share = NUMBER_AT,
): { readonly path: string; readonly middle: Point } {
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
    middle: { x: start.x + (end.x - start.x) * share, y: start.y + (end.y - start.y) * share },
  };
}

/** Where on the edge of a box a line to another begins: off its middle, towards the other. */
function towards(box: Point, other: Point, most: number): number {
  return box.x + Math.max(-most, Math.min(most, (other.x - box.x) / 3));
}
