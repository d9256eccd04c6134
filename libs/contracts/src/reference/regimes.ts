import { addDays, addMonths, type PlainDate } from '@zhaoguan/kernel';
import { REGIMES, type Regime } from '../regimes';
import { EVIDENCE_MARKS, type EvidenceMark, type LegalCitation, REFERENCE_KINDS, readCitation } from './file';
import { nothingElse, type ReferenceFile, type ReferenceKind, readFile, requireUnique } from './file';
import { SITE_TYPES } from './inspection-items';
import type { Row } from './row';

/** From which day on a kind of site is filed or licensed in a place; it holds until another row of the place takes over. */
export interface RegimeRow {
  readonly kind: ReferenceKind;
  /** HOME rows are those of 家庭托育点; null rows those of every other site. */
  readonly siteType: (typeof SITE_TYPES)[number] | null;
  /** `000000` nationwide; a row of a district goes before that of the province and of the nation. */
  readonly jurisdiction: string;
  readonly regime: Regime;
  readonly effectiveFrom: PlainDate;
  /** Last day on which a filing from before still stands without a licence (过渡期); null with a filing. */
  readonly transitionUntil: PlainDate | null;
  /** For how many years a licence is given; null where the law sets no end, and with a filing. */
  readonly validYears: number | null;
  readonly basis: LegalCitation;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

/**
 * Reads regimes.json. 养老机构 are never licensed: the law did away with that licence. A licence stands on a law, never on a default of
 * this system, and says how long a filing goes on standing.
 * @law 老年人权益保障法第四十三条；行政许可法第十四条至第十七条
 * @throws ReferenceDataError with the place and the fault
 */
export function parseRegimes(json: unknown): ReferenceFile<RegimeRow> {
  const file = readFile(json, 'regimes.json', readRegime, nothingElse);
  requireUnique(file.items, 'regimes.json', ({ kind, siteType, jurisdiction, effectiveFrom }) =>
    [kind, siteType, jurisdiction, effectiveFrom].join('/'),
  );
  return file;
}

/** For which site, where and on which day a regime is asked for. */
export interface RegimeWanted {
  readonly kind: ReferenceKind;
  readonly siteType: RegimeRow['siteType'];
  readonly district: string;
  readonly on: PlainDate;
}

/** The row in force: the district's own, else its city's, its province's, the nation's; of a place the latest that has begun. */
export function findRegime(rows: readonly RegimeRow[], wanted: RegimeWanted): RegimeRow | undefined {
  const { kind, siteType, district, on } = wanted;
  const begun = rows.filter(
    (row) => row.kind === kind && row.siteType === siteType && row.effectiveFrom <= on,
  );
  const county = district.slice(0, 6);
  for (const place of [county, `${county.slice(0, 4)}00`, `${county.slice(0, 2)}0000`, '000000']) {
    const here = begun.filter(({ jurisdiction }) => jurisdiction === place);
    if (here.length > 0) return here.reduce((a, b) => (a.effectiveFrom < b.effectiveFrom ? b : a));
  }
  return undefined;
}

/** What a site must do on a day. Without any row it files: a licence must be set up by law (行政许可法第十四条). */
export function regimeOn(rows: readonly RegimeRow[], wanted: RegimeWanted): Regime {
  return findRegime(rows, wanted)?.regime ?? 'FILING';
}

/**
 * Rows that license a kind in a place whose 家庭托育点 were not thought of: a row of every other site leaves them under the filing of a wider
 * place. A row of their own in the same place, of whichever regime, from that day on or licensing them already, says that they were.
 */
export function licencesWithoutHomes(rows: readonly RegimeRow[]): RegimeRow[] {
  return rows.filter((row) => {
    const { kind, siteType, jurisdiction, effectiveFrom: on, regime } = row;
    if (regime !== 'LICENCE' || siteType !== null) return false;
    const here = rows.filter((each) => each.kind === kind && each.jurisdiction === jurisdiction);
    const isTakenBack = here.some(
      (each) => each.siteType === null && each.regime === 'FILING' && each.effectiveFrom > on,
    );
    const isSaid = here.some((each) => each.siteType === 'HOME' && each.effectiveFrom >= on);
    const homes = { kind, siteType: 'HOME', district: jurisdiction, on } as const;
    return !isTakenBack && !isSaid && regimeOn(rows, homes) === 'FILING';
  });
}

/** The same, to whoever enters such a row. */
export const homesLeftInWords = ({ jurisdiction, effectiveFrom }: RegimeRow): string =>
  `regimes.json：${jurisdiction} 自 ${effectiveFrom} 起改为许可，其中的家庭托育点没有改，仍按备案办理；家庭托育点也改为许可的，另加一行，siteType 写 HOME；不改的，也另加一行写明备案，不再提示`;

/**
 * Last day on which a filing of such a site stands without a licence (过渡期届满日); null while filing is the regime, also for what
 * has been announced and has not begun.
 */
export function transitionEnd(rows: readonly RegimeRow[], wanted: RegimeWanted): PlainDate | null {
  return findRegime(rows, wanted)?.transitionUntil ?? null;
}

const EVERYWHERE = '*';
const within = (jurisdiction: string): string =>
  jurisdiction === EVERYWHERE ? '' : jurisdiction.replace(/(?:00)+$/, '');

/**
 * Whether licences may be held beside filings where somebody works: who was licensed stays so, whatever the law of today.
 * @param begun rows that have begun
 * @param places jurisdictions, `*` for the whole country
 */
export function isLicensedIn(
  begun: readonly Pick<RegimeRow, 'kind' | 'regime' | 'jurisdiction'>[],
  { places, kinds }: { readonly places: readonly string[]; readonly kinds: readonly ReferenceKind[] },
): boolean {
  const reaches = (row: string, place: string): boolean => row.startsWith(place) || place.startsWith(row);
  return begun.some(
    ({ kind, regime, jurisdiction }) =>
      regime === 'LICENCE' &&
      kinds.includes(kind) &&
      places.some((place) => reaches(within(jurisdiction), within(place))),
  );
}

function readRegime(row: Row): RegimeRow {
  const item = {
    kind: row.oneOf('kind', REFERENCE_KINDS),
    siteType: row.oneOfOrNull('siteType', SITE_TYPES),
    jurisdiction: row.matching('jurisdiction', /^\d{6}$/, '应为六位代码'),
    regime: row.oneOf('regime', REGIMES),
    effectiveFrom: row.date('effectiveFrom'),
    transitionUntil: row.dateOrNull('transitionUntil'),
    validYears: row.integerOrNull('validYears', 1, 30),
    basis: row.object('basis', readCitation),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  requireLawful(row, item);
  return item;
}

function requireLawful(row: Row, item: RegimeRow): void {
  const { kind, siteType, regime, effectiveFrom, transitionUntil, validYears, evidence } = item;
  if (kind === 'ELDERLY_CARE' && siteType !== null) row.fail('siteType', '养老机构不分家庭托育点');
  if (regime === 'FILING') {
    if (transitionUntil !== null) row.fail('transitionUntil', '备案没有过渡期');
    if (validYears !== null) row.fail('validYears', '备案没有有效期');
    return;
  }
  if (kind === 'ELDERLY_CARE') {
    row.fail('regime', '养老机构的设立许可已经取消（老年人权益保障法第四十三条），不能设为许可');
  }
  if (evidence === 'D') row.fail('evidence', '许可须有法定依据，不能以系统默认值设定（行政许可法第十四条）');
  if (transitionUntil === null) row.fail('transitionUntil', '许可须写明已备案机构过渡期的届满日期');
  if (transitionUntil < effectiveFrom) row.fail('transitionUntil', '早于生效日期');
}

/**
 * Last day of a licence given on a day. One that is renewed goes on from where it would have ended.
 * @law 行政许可法第五十条
 */
export function licenceEnd(
  validYears: number | null,
  decidedOn: PlainDate,
  before: PlainDate | null,
): PlainDate | null {
  if (validYears === null) return null;
  const from = before !== null && before >= decidedOn ? addDays(before, 1) : decidedOn;
  return addDays(addMonths(from, 12 * validYears), -1);
}

/** Whether a licence ends later than one given on that day would: there is nothing to be renewed yet. @law 行政许可法第五十条 */
export function isRenewedAhead(
  validUntil: PlainDate | null,
  wanted: RegimeWanted,
  rows: readonly RegimeRow[],
): boolean {
  const licences = rows.filter(({ regime }) => regime === 'LICENCE');
  const fresh = licenceEnd(findRegime(licences, wanted)?.validYears ?? null, wanted.on, null);
  return validUntil !== null && fresh !== null && fresh < validUntil;
}
