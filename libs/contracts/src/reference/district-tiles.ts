import { nothingElse, type ReferenceFile, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

/**
 * Place of a division on a grid among its siblings (方格图): a picture of who lies north, south, east or west of whom, and
 * no map (docs/adr/0010-tiles-instead-of-maps.md).
 */
export interface DistrictTileRow {
  readonly code: string;
  readonly name: string;
  /** Division whose grid it stands on; `CN` for a province. */
  readonly within: string;
  /** From west to east, from 1. */
  readonly column: number;
  /** From north to south, from 1. */
  readonly row: number;
}

const COUNTRY = 'CN';
/** Wide enough for the largest province, narrow enough for a page. */
const MOST_TILES_ACROSS = 16;

/**
 * Reads district-tiles.json: one tile a division, no two tiles of a grid in one place, each inside the division it names.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseDistrictTiles(json: unknown): ReferenceFile<DistrictTileRow> {
  const file = readFile(json, 'district-tiles.json', readTile, nothingElse);
  requireUnique(file.items, 'district-tiles.json', ({ code }) => code);
  requireUnique(file.items, 'district-tiles.json', ({ within, column, row }) => `${within} ${column},${row}`);
  return file;
}

function readTile(row: Row): DistrictTileRow {
  const tile = {
    code: row.matching('code', /^[1-9]\d{5}$/, '应为六位区划代码'),
    name: row.chinese('name'),
    within: row.matching('within', /^(?:CN|[1-9]\d{3}00)$/, '应为上级区划代码，省级为 CN'),
    column: row.integer('column', 1, MOST_TILES_ACROSS),
    row: row.integer('row', 1, MOST_TILES_ACROSS),
  };
  const inside =
    tile.within === COUNTRY
      ? tile.code.endsWith('0000')
      : tile.code !== tile.within && tile.code.startsWith(tile.within.replace(/(?:00){1,2}$/, ''));
  if (!inside) throw new ReferenceDataError(`${row.path}.within`, `${tile.code}不在${tile.within}之内`);
  return tile;
}
