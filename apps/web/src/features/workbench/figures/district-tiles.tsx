import { Link } from 'react-router';
import { Figure } from './figure';
import { useDistrictFigures } from './queries';
import { shareClass, SHARES } from './low-grade-share';
import { shownDistricts, type ShownDistricts } from './shown-districts';

const TITLE = '下一级区划';

type DistrictFigure = NonNullable<ReturnType<typeof useDistrictFigures>['data']>['figure'][number];

/**
 * The divisions below, each a tile roughly where it lies (方格图): no outline, so no map that would need an approval number
 * (docs/adr/0011). Those whose place is not known follow in a row.
 */
export function DistrictTiles() {
  return (
    <div className="figure-wide">
      <Figure
        title={TITLE}
        query={useDistrictFigures()}
        isEmpty={({ figure }) => figure.length === 0}
        empty="没有下一级区划。"
      >
        {({ figure }) => <Tiles {...shownDistricts(figure)} />}
      </Figure>
    </div>
  );
}

type Shown = ShownDistricts<DistrictFigure>;

function Tiles({ districts, note }: Shown) {
  const placed = districts.filter(({ tile }) => tile !== null);
  const unplaced = districts.filter(({ tile }) => tile === null);
  return (
    <section className="chart" aria-label={TITLE}>
      <strong>{TITLE}</strong>
      <p className="muted">
        方格只示大致方位，不是地图。颜色表示信用 C、D 级机构所占的比例；点一格看那里的机构。
      </p>
      {note !== undefined && <p>{note}</p>}
      {placed.length > 0 && (
        <div className="tiles" role="list">
          {placed.map((district) => (
            <Tile key={district.code} district={district} />
          ))}
        </div>
      )}
      {unplaced.length > 0 && (
        <div
          className="tiles"
          role="list"
          style={{ gridTemplateColumns: 'repeat(auto-fill, minmax(140px, 1fr))' }}
        >
          {unplaced.map((district) => (
            <Tile key={district.code} district={district} />
          ))}
        </div>
      )}
      <ul className="tile-legend">
        {SHARES.map(({ name, words }) => (
          <li key={name}>
            <span className={name} aria-hidden="true" /> {words}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Tile({ district }: { readonly district: Shown['districts'][number] }) {
  const { code, label, tile, institutions, capacity, lowGradeShare, openProblems } = district;
  const place = tile === null ? {} : { gridColumn: tile.column, gridRow: tile.row };
  const share = lowGradeShare === null ? '' : `，信用 C、D 级占 ${Math.round(lowGradeShare * 100)}%`;
  const problems = openProblems === null ? '' : `，${openProblems} 次检查发现的问题尚无处理决定`;
  return (
    <div role="listitem" style={place}>
      <Link
        to={`/institutions?district=${code}`}
        className={shareClass(lowGradeShare)}
        title={`${label}：机构 ${institutions} 家，床位（托位）${capacity} 个${share}${problems}`}
      >
        <span>{label}</span>
        <strong>{institutions} 家</strong>
        {lowGradeShare !== null && lowGradeShare > 0 && (
          <small>C、D 级 {Math.round(lowGradeShare * 100)}%</small>
        )}
        {openProblems !== null && openProblems > 0 && <small>待处理 {openProblems}</small>}
      </Link>
    </div>
  );
}
