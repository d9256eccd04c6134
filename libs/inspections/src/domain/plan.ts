import { refuse, type Grade, type InspectionItemRow, type Kind } from '@zhaoguan/contracts';
import type { FieldError } from '@zhaoguan/kernel';
import type { PlanItem } from './findings';

/** Sampling ratio (抽查比例) of one credit grade, in 1/10000, and the least number drawn of it. */
export interface PlanStratum {
  readonly key: Grade;
  readonly basisPoints: number;
  readonly minimum: number;
}

/** Inspectors that a department sends to each target. */
export interface PlanDemand {
  readonly department: string;
  readonly inspectors: number;
}

/** 抽查计划. */
export interface Plan {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly kind: Kind;
  /** County-level codes, or nine-digit codes of single townships. */
  readonly districts: readonly string[];
  /** Townships inside these counties that another managing body holds: not in the hat. */
  readonly excludedTownships: readonly string[];
  /** As the 抽查事项清单 stood when the plan was made. */
  readonly items: readonly PlanItem[];
  readonly strata: readonly PlanStratum[];
  readonly demands: readonly PlanDemand[];
  /** The most targets one inspector may be given in one draw. */
  readonly maxLoad: number;
  /** Working days that an inspection may take after the draw. */
  readonly taskWorkingDays: number;
  readonly createdBy: string;
  readonly createdAt: Date;
  readonly version: number;
}

/**
 * The chosen lines of the list, copied: a later change of the list does not change what a plan inspects.
 * @law 国办发〔2015〕58号：没有法律法规规章规定的，一律不得擅自开展检查
 * @throws NO_ACTIVE_ITEM, UNKNOWN_ITEM, ITEM_KIND_MISMATCH naming each item
 */
export function snapshotItems(
  itemIds: readonly string[],
  list: readonly (InspectionItemRow & { readonly id: string })[],
  kind: Kind,
): PlanItem[] {
  if (itemIds.length === 0)
    throw refuse('NO_ACTIVE_ITEM', {}, [{ pointer: '/itemIds', code: 'NO_ACTIVE_ITEM' }]);
  const byId = new Map(list.map((item) => [item.id, item]));
  requireNone(itemIds, 'UNKNOWN_ITEM', (id) => !byId.has(id));
  requireNone(itemIds, 'ITEM_KIND_MISMATCH', (id) => byId.get(id)?.kind !== kind);
  return itemIds.flatMap((id) => {
    const item = byId.get(id);
    if (!item) return [];
    const { code, title, check, legalBasis, severity, severityLabel } = item;
    return [{ id, code, title, check, legalBasis, severity, severityLabel }];
  });
}

function requireNone(
  itemIds: readonly string[],
  code: 'UNKNOWN_ITEM' | 'ITEM_KIND_MISMATCH',
  isWrong: (id: string) => boolean,
): void {
  const fields = itemIds.flatMap((id, i): FieldError[] =>
    isWrong(id) ? [{ pointer: `/itemIds/${i}`, code }] : [],
  );
  if (fields.length > 0) throw refuse(code, {}, fields);
}

/**
 * At least two inspectors at every target, and no grade or department twice.
 * @law 行政处罚法第四十二条：执法人员不得少于两人
 * @throws NOT_ENOUGH_TEAM, DUPLICATE_ENTRY
 */
export function requireSoundPlan(strata: readonly PlanStratum[], demands: readonly PlanDemand[]): void {
  requireUnique(
    strata.map(({ key }) => key),
    (i) => `/strata/${i}/key`,
  );
  requireUnique(
    demands.map(({ department }) => department),
    (i) => `/demands/${i}/department`,
  );
  const team = demands.reduce((sum, { inspectors }) => sum + inspectors, 0);
  if (team < 2) throw refuse('NOT_ENOUGH_TEAM', {}, [{ pointer: '/demands', code: 'NOT_ENOUGH_TEAM' }]);
}

function requireUnique(keys: readonly string[], pointerOf: (i: number) => string): void {
  const fields = keys.flatMap((key, i): FieldError[] =>
    keys.indexOf(key) < i ? [{ pointer: pointerOf(i), code: 'DUPLICATE_ENTRY' }] : [],
  );
  if (fields.length > 0) throw refuse('DUPLICATE_ENTRY', {}, fields);
}

/**
 * Every institution is in the hat: a grade that occurs must have a stratum.
 * @throws UNKNOWN_STRATUM
 */
export function requireStrataFor(grades: readonly string[], strata: readonly PlanStratum[]): void {
  const missing = gradesWithoutStratum(grades, strata);
  if (missing.length > 0) throw refuse('UNKNOWN_STRATUM', { grades: missing });
}

export function gradesWithoutStratum(grades: readonly string[], strata: readonly PlanStratum[]): string[] {
  const known = new Set<string>(strata.map(({ key }) => key));
  return [...new Set(grades)].filter((grade) => !known.has(grade)).sort();
}
