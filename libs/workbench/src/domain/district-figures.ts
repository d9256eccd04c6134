import type { DistrictLevel } from '@zhaoguan/contracts';
import { districtPrefix } from '@zhaoguan/kernel';

export interface Division {
  readonly code: string;
  readonly name: string;
  readonly level: DistrictLevel;
  readonly parent: string | null;
}

export interface Tile {
  readonly column: number;
  readonly row: number;
}

/** What is counted where: of a county, with its township when that is told apart. */
export interface Counted {
  readonly district: string;
  readonly township: string | null;
}

export interface CountedInstitutions extends Counted {
  readonly institutions: number;
  readonly capacity: number;
  /** Institutions of grade C or D. */
  readonly lowGrades: number;
}

export interface CountedProblems extends Counted {
  readonly problems: number;
}

/** One division below a jurisdiction, for a map of tiles. */
export interface DistrictFigures {
  readonly code: string;
  readonly name: string;
  readonly level: DistrictLevel;
  /** Place on the grid of its siblings; null where none is known. */
  readonly tile: Tile | null;
  readonly institutions: number;
  readonly capacity: number;
  /** Share of institutions of grade C or D, 0 to 1; null without institutions. */
  readonly lowGradeShare: number | null;
  /** Inspections of the last 12 months with something found wrong and no case decided; null for whoever may not read results. */
  readonly openProblems: number | null;
}

/**
 * The divisions next below a jurisdiction: of the country the provinces, of a county the townships; a township stands for
 * itself.
 */
export function divisionsBelow(districts: readonly string[], all: ReadonlyMap<string, Division>): Division[] {
  const parents = districts.includes('*') ? [null] : districts;
  const below = [...all.values()].filter(({ parent }) => parents.some((code) => code === parent));
  const own = districts.flatMap((code) => all.get(code) ?? []);
  return [...below, ...own.filter(({ level }) => level === 'TOWNSHIP')];
}

/** Counties of the jurisdiction whose townships are told apart. */
export function countiesInDetail(districts: readonly string[], all: ReadonlyMap<string, Division>): string[] {
  const counties = districts.flatMap((code) => {
    const division = all.get(code);
    if (division?.level === 'TOWNSHIP') return division.parent ?? [];
    return division?.level === 'COUNTY' ? code : [];
  });
  return [...new Set(counties)];
}

/** Sums counts up to divisions. What lies in none of them is put down to the jurisdiction itself, e.g. without a township. */
export function sumUp(
  divisions: readonly Division[],
  own: readonly Division[],
  institutions: readonly CountedInstitutions[],
  problems: readonly CountedProblems[] | null,
  tiles: ReadonlyMap<string, Tile>,
): DistrictFigures[] {
  const of = <C extends Counted>(rows: readonly C[], division: Division): C[] =>
    rows.filter((row) => lies(row, division));
  const rest = <C extends Counted>(rows: readonly C[]): C[] =>
    rows.filter((row) => !divisions.some((division) => lies(row, division)));
  const [rested, restedProblems] = [rest(institutions), problems && rest(problems)];
  return [
    ...divisions.map((division) =>
      figuresOf(
        division,
        tiles.get(division.code) ?? null,
        of(institutions, division),
        problems && of(problems, division),
      ),
    ),
    ...own
      .map((division) =>
        figuresOf(division, null, of(rested, division), restedProblems && of(restedProblems, division)),
      )
      .filter((figures) => figures.institutions > 0 || (figures.openProblems ?? 0) > 0),
  ];
}

function lies({ district, township }: Counted, { code }: Division): boolean {
  return (township ?? district).startsWith(districtPrefix(code));
}

function figuresOf(
  { code, name, level }: Division,
  tile: Tile | null,
  rows: readonly CountedInstitutions[],
  problems: readonly CountedProblems[] | null,
): DistrictFigures {
  const institutions = sum(rows.map((row) => row.institutions));
  return {
    code,
    name,
    level,
    tile,
    institutions,
    capacity: sum(rows.map((row) => row.capacity)),
    lowGradeShare: institutions === 0 ? null : sum(rows.map((row) => row.lowGrades)) / institutions,
    openProblems: problems && sum(problems.map((row) => row.problems)),
  };
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0);
