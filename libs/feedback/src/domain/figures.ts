import { RATING_LEVELS, satisfactionOf, type RatingCounts, type RatingLevel } from '@zhaoguan/contracts';

/** Ratings of one office and level, counted. */
export interface LevelCount {
  readonly office: string;
  /** Null where the office has no quarter with enough ratings: nothing of it is counted. */
  readonly level: RatingLevel | null;
  readonly total: number;
  /** Found to be without ground (经核实不成立): they do not count. */
  readonly unfounded: number;
  readonly followedUp: number;
  readonly ended: number;
  readonly endedInTime: number;
  /** Not ended, and their last day has passed. */
  readonly overdue: number;
}

export interface OfficeFigures {
  readonly office: string;
  /** Null where so few have rated that they could be told apart, as is everything else then. */
  readonly total: number | null;
  /** By level; null where so few have rated that they could be told apart. */
  readonly levels: RatingCounts | null;
  readonly unfounded: number | null;
  /** Share of the three levels of content, in 1/10000; null where nobody has rated, or too few. */
  readonly satisfaction: number | null;
  readonly followUps: {
    readonly opened: number;
    readonly ended: number;
    readonly endedInTime: number;
    readonly overdue: number;
  } | null;
}

/** The figures of every office, in the order in which they come. */
export function figuresOf(counts: readonly LevelCount[]): OfficeFigures[] {
  return [...groupedBy(counts, ({ office }) => office)].map(([office, rows]) => {
    const sum = (of: (row: LevelCount) => number): number => rows.reduce((all, row) => all + of(row), 0);
    const counted = ({ total, unfounded }: LevelCount): number => total - unfounded;
    const total = sum(counted);
    const isShown = rows.some(({ level }) => level !== null);
    const levels = isShown && total > 0 ? byLevel(rows, counted) : null;
    return {
      office,
      total: isShown ? total : null,
      levels,
      unfounded: levels && sum(({ unfounded }) => unfounded),
      satisfaction: levels && satisfactionOf(levels),
      followUps: isShown
        ? {
            opened: sum(({ followedUp }) => followedUp),
            ended: sum(({ ended }) => ended),
            endedInTime: sum(({ endedInTime }) => endedInTime),
            overdue: sum(({ overdue }) => overdue),
          }
        : null,
    };
  });
}

/** Rows by a key, in the order in which the keys come. */
export function groupedBy<T>(
  rows: readonly T[],
  keyOf: (row: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function byLevel(
  rows: readonly LevelCount[],
  counted: (row: LevelCount) => number,
): Record<RatingLevel, number> {
  const levels = Object.fromEntries(RATING_LEVELS.map((level) => [level, 0])) as Record<RatingLevel, number>;
  for (const row of rows) if (row.level !== null) levels[row.level] += counted(row);
  return levels;
}
