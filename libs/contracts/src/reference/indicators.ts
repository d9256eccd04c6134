import { POLICY_AREAS, type PolicyArea } from './agencies';
import { nothingElse, type ReferenceFile, readFile, requireUnique } from './file';
import type { Row } from './row';

export const TARGET_OPERATORS = ['>=', '<=', '=', '>'] as const;
export type TargetOperator = (typeof TARGET_OPERATORS)[number];

/** One number to be reached; an indicator that names several things has one for each, with its label. */
export interface IndicatorTarget {
  readonly label: string | null;
  readonly op: TargetOperator;
  readonly value: number;
  readonly unit: string;
  /** Null where the plan names no year, or means every year. */
  readonly year: number | null;
}

/** A target indicator of one of the five policy plans. */
export interface IndicatorRow {
  /** 1 to 120. */
  readonly number: number;
  readonly area: PolicyArea;
  readonly name: string;
  readonly unit: string;
  readonly year: number | null;
  /** The year as the plan words it: “十四五”末, 每年. */
  readonly yearText: string | null;
  /** Empty where the plan gives a baseline only. */
  readonly targets: readonly IndicatorTarget[];
  /** Baseline in the plan. */
  readonly base: number | null;
  /** Whether the system computes it from its own records; the others are entered with a source document. */
  readonly computable: boolean;
  /** Numbers from outside that the computation needs, such as 常住人口. */
  readonly inputs: readonly string[];
  readonly note: string | null;
  /** The row as it was first written down. */
  readonly original: {
    readonly indicator: string;
    readonly unit: string;
    readonly target: string;
    readonly year: string;
  };
}

/**
 * Reads indicators.json: numbers unique and rising.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseIndicators(json: unknown): ReferenceFile<IndicatorRow> {
  const file = readFile(json, 'indicators.json', readIndicator, nothingElse);
  requireUnique(file.items, 'indicators.json', (item) => String(item.number));
  return file;
}

function readIndicator(row: Row): IndicatorRow {
  const item = {
    number: row.integer('number', 1, 9999),
    area: row.oneOf('area', POLICY_AREAS),
    name: row.chinese('name'),
    unit: row.text('unit'),
    year: row.integerOrNull('year', 2000, 2100),
    yearText: row.chineseOrNull('yearText'),
    targets: row.list('targets', readTarget),
    base: row.numberOrNull('base', 0, 1e9),
    computable: row.flag('computable'),
    inputs: row.texts('inputs'),
    note: row.chineseOrNull('note'),
    original: row.object('original', (original) => ({
      indicator: original.text('indicator'),
      unit: original.text('unit'),
      target: original.text('target'),
      year: original.text('year'),
    })),
  };
  if (item.targets.length === 0 && item.base === null) row.fail('targets', '既无目标值也无基数');
  if (!item.computable && item.inputs.length > 0) row.fail('inputs', '不由系统计算的指标不应有输入项');
  return item;
}

function readTarget(row: Row): IndicatorTarget {
  return {
    label: row.chineseOrNull('label'),
    op: row.oneOf('op', TARGET_OPERATORS),
    value: row.number('value', 0, 1e9),
    unit: row.text('unit'),
    year: row.integerOrNull('year', 2000, 2100),
  };
}
