import { DEPARTMENT_CODES, type DepartmentCode } from './agencies';
import { EVIDENCE_MARKS, type EvidenceMark, REFERENCE_KINDS } from './file';
import { type ReferenceFile, type ReferenceKind, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

export const PENALTY_MEASURES = [
  'CORRECTION_ORDER',
  'WARNING',
  'CRITICISM',
  'FINE',
  'SUSPEND_FOR_RECTIFICATION',
  'STOP_SERVICE',
  'REVOKE_LICENCE',
  'PRACTICE_BAN',
  'RETURN_SUBSIDY',
] as const;
export type PenaltyMeasure = (typeof PENALTY_MEASURES)[number];
/** Their names where the file is not at hand, e.g. in the log. */
export const PENALTY_MEASURE_LABELS: Readonly<Record<PenaltyMeasure, string>> = {
  CORRECTION_ORDER: '责令改正',
  WARNING: '警告',
  CRITICISM: '通报批评',
  FINE: '罚款',
  SUSPEND_FOR_RECTIFICATION: '责令停业整顿',
  STOP_SERVICE: '责令停止服务',
  REVOKE_LICENCE: '吊销许可证',
  PRACTICE_BAN: '禁止从业',
  RETURN_SUBSIDY: '责令退回补贴资金',
};
/**
 * GENERAL: the conduct alone; REFUSES: 拒不改正 or 逾期不改正, to be shown by the order to correct and the failed
 * re-check; SERIOUS: 情节严重, to be reasoned.
 */
export const PENALTY_SEVERITIES = ['GENERAL', 'REFUSES', 'SERIOUS'] as const;
export const PENALTY_SEVERITY_LABELS: Readonly<Record<(typeof PENALTY_SEVERITIES)[number], string>> = {
  GENERAL: '一般',
  REFUSES: '拒不改正',
  SERIOUS: '情节严重',
};

export interface MeasureRow {
  readonly code: PenaltyMeasure;
  readonly label: string;
  /** Whether it is an 行政处罚; 责令改正 is not. */
  readonly penalty: boolean;
  /** Opens the right to a hearing whatever the amount. */
  readonly opensHearing: boolean;
}

/** What the law allows in one case; fines in fen, both null where no fine is allowed. */
export interface PenaltyTier {
  readonly severity: (typeof PENALTY_SEVERITIES)[number];
  readonly condition: string;
  readonly measures: readonly PenaltyMeasure[];
  readonly minFineFen: number | null;
  readonly maxFineFen: number | null;
}

/** A clause on which a penalty can be based. */
export interface PenaltyBasisRow {
  readonly code: string;
  readonly kind: ReferenceKind;
  readonly jurisdiction: string;
  readonly law: string;
  readonly article: string;
  readonly conduct: string;
  readonly tiers: readonly PenaltyTier[];
  /** A fine measured by a multiple of something, such as 1 to 3 times 违法所得. */
  readonly fineMultiple: { readonly of: string; readonly min: number; readonly max: number } | null;
  readonly enforcedBy: readonly DepartmentCode[];
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

/** 裁量基准 of a province: inside which band a fine lies. */
export interface DiscretionRow {
  readonly jurisdiction: string;
  readonly bases: readonly string[];
  readonly bands: readonly {
    readonly condition: string;
    readonly minFineFen: number;
    readonly maxFineFen: number;
  }[];
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

export type PenaltyBasisFile = ReferenceFile<PenaltyBasisRow> & {
  readonly measures: readonly MeasureRow[];
  readonly discretion: readonly DiscretionRow[];
};

const NAME = 'penalty-bases.json';
const MOST_FEN = 1e11;

/**
 * Reads penalty-bases.json: fines where and only where a tier allows them, every measure declared, discretion within the law's maximum.
 * @throws ReferenceDataError with the place and the fault
 */
export function parsePenaltyBases(json: unknown): PenaltyBasisFile {
  const file = readFile(json, NAME, readBasis, (row) => ({
    measures: row.list('measures', readMeasure),
    discretion: row.list('discretion', readDiscretion),
  }));
  requireUnique(file.items, NAME, (item) => item.code);
  const missing = PENALTY_MEASURES.find((code) => !file.measures.some((measure) => measure.code === code));
  if (missing) throw new ReferenceDataError(`${NAME}.measures`, `缺少${missing}`);
  file.measures.forEach(({ code, label }, i) => {
    if (label === PENALTY_MEASURE_LABELS[code]) return;
    throw new ReferenceDataError(`${NAME}.measures[${i}].label`, `应为${PENALTY_MEASURE_LABELS[code]}`);
  });
  file.discretion.forEach((row, i) => requireWithinLaw(row, file.items, `${NAME}.discretion[${i}]`));
  return file;
}

function requireWithinLaw(row: DiscretionRow, bases: readonly PenaltyBasisRow[], path: string): void {
  for (const code of row.bases) {
    const basis = bases.find((item) => item.code === code);
    if (!basis) throw new ReferenceDataError(path, `没有处罚依据${code}`);
    const most = Math.max(...basis.tiers.map((tier) => tier.maxFineFen ?? 0));
    if (row.bands.some((band) => band.maxFineFen > most))
      throw new ReferenceDataError(path, `幅度超过${code}的法定上限`);
  }
}

function readBasis(row: Row): PenaltyBasisRow {
  const item = {
    code: row.matching('code', /^(?:YL|TY)_[A-Z0-9_]+$/, '应以 YL_ 或 TY_ 开头'),
    kind: row.oneOf('kind', REFERENCE_KINDS),
    jurisdiction: row.matching('jurisdiction', /^\d{6}$/, '应为六位代码'),
    law: row.chinese('law'),
    article: row.chinese('article'),
    conduct: row.chinese('conduct'),
    tiers: row.list('tiers', readTier),
    fineMultiple: row.objectOrNull('fineMultiple', (multiple) => ({
      of: multiple.chinese('of'),
      min: multiple.number('min', 0, 100),
      max: multiple.number('max', 0, 100),
    })),
    enforcedBy: row.textsOf('enforcedBy', DEPARTMENT_CODES),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  if (item.tiers.length === 0) row.fail('tiers', '至少有一档');
  if (item.enforcedBy.length === 0) row.fail('enforcedBy', '至少有一个实施机关');
  const unpriced = item.tiers.some((tier) => tier.measures.includes('FINE') && tier.maxFineFen === null);
  if (unpriced !== (item.fineMultiple !== null)) row.fail('tiers', '罚款须写明金额或者倍数，二者择一');
  return item;
}

function readTier(row: Row): PenaltyTier {
  const tier = {
    severity: row.oneOf('severity', PENALTY_SEVERITIES),
    condition: row.chinese('condition'),
    measures: row.textsOf('measures', PENALTY_MEASURES),
    minFineFen: row.integerOrNull('minFineFen', 0, MOST_FEN),
    maxFineFen: row.integerOrNull('maxFineFen', 1, MOST_FEN),
  };
  if (tier.measures.length === 0) row.fail('measures', '至少有一种措施');
  if ((tier.minFineFen === null) !== (tier.maxFineFen === null)) row.fail('maxFineFen', '上下限须同时写明');
  if (tier.maxFineFen !== null && !tier.measures.includes('FINE')) row.fail('measures', '有金额而没有罚款');
  if ((tier.minFineFen ?? 0) > (tier.maxFineFen ?? 0)) row.fail('maxFineFen', '上限低于下限');
  return tier;
}

function readMeasure(row: Row): MeasureRow {
  return {
    code: row.oneOf('code', PENALTY_MEASURES),
    label: row.chinese('label'),
    penalty: row.flag('penalty'),
    opensHearing: row.flag('opensHearing'),
  };
}

function readDiscretion(row: Row): DiscretionRow {
  return {
    jurisdiction: row.matching('jurisdiction', /^\d{6}$/, '应为六位代码'),
    bases: row.texts('bases'),
    bands: row.list('bands', (band) => {
      const minFineFen = band.integer('minFineFen', 0, MOST_FEN);
      return {
        condition: band.chinese('condition'),
        minFineFen,
        maxFineFen: band.integer('maxFineFen', minFineFen, MOST_FEN),
      };
    }),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
}
