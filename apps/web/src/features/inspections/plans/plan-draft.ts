import {
  GRADES,
  GRADE_LABELS,
  KIND_LABELS,
  LEAD_DEPARTMENT,
  type DepartmentCode,
  type Grade,
  type Kind,
} from '@zhaoguan/contracts';
import { faultOfNumber, PLAN_LIMITS, type Limits } from './plan-limits';
import type { NewPlan, Plan, PlanSketch } from './queries';

export interface StratumDraft {
  /** Per cent with at most two decimals. */
  readonly percent: number | null;
  readonly minimum: number | null;
}

export interface DemandDraft {
  readonly department: DepartmentCode;
  readonly inspectors: number | null;
}

/** A plan as it is being filled in; `null` is an empty field. */
export interface PlanDraft {
  readonly kind: Kind | null;
  readonly districts: readonly string[];
  readonly year: number | null;
  /** Null while nobody has typed one: then the suggestion stands. */
  readonly title: string | null;
  readonly itemIds: readonly string[];
  readonly strata: Readonly<Record<Grade, StratumDraft>>;
  readonly demands: readonly DemandDraft[];
  readonly maxLoad: number | null;
  readonly taskWorkingDays: number | null;
}

export type PlanStep = 'scope' | 'items' | 'strata' | 'staff' | 'check';

export const PLAN_STEPS: readonly { readonly key: PlanStep; readonly title: string }[] = [
  { key: 'scope', title: '抽查对象' },
  { key: 'items', title: '抽查事项' },
  { key: 'strata', title: '抽查比例' },
  { key: 'staff', title: '检查人员' },
  { key: 'check', title: '核对并制定' },
];

/** Something that is missing or wrong, at the field of this name. */
export interface OpenPoint {
  readonly step: PlanStep;
  readonly field: string;
  readonly message: string;
  /** Something stands there that cannot be: said while it is typed, not only when the step is left. */
  readonly isWrong: boolean;
}

const BASIS_POINTS_PER_PERCENT = 100;
const WHOLE = 100;
/** 现场检查不得少于两人（行政处罚法第四十二条）. */
const SMALLEST_TEAM = 2;

/** Where a new plan begins: the lower the grade, the more of them are drawn; everything can be changed. */
export function emptyDraft(kind: Kind | null, districts: readonly string[], year: number | null): PlanDraft {
  return {
    kind,
    districts,
    year,
    title: null,
    itemIds: [],
    strata: {
      A: { percent: 5, minimum: 1 },
      B: { percent: 10, minimum: 1 },
      C: { percent: 30, minimum: 1 },
      D: { percent: WHOLE, minimum: 0 },
    },
    demands: kind === null ? [] : [demandOf(kind)],
    maxLoad: 12,
    taskWorkingDays: 20,
  };
}

/** A plan that was made, as the beginning of another: it cannot be changed, but need not be typed again. */
export function copyOf(plan: Plan): PlanDraft {
  const strata = emptyDraft(plan.kind, plan.districts, plan.year).strata;
  const copied = plan.strata.map(({ key, basisPoints, minimum }) => [
    key,
    { percent: basisPoints / BASIS_POINTS_PER_PERCENT, minimum },
  ]);
  return {
    kind: plan.kind,
    districts: plan.districts,
    year: plan.year,
    title: plan.title,
    itemIds: plan.itemIds,
    strata: { ...strata, ...Object.fromEntries(copied) },
    demands: plan.demands.map(({ department, inspectors }) => ({
      department: department as DepartmentCode,
      inspectors,
    })),
    maxLoad: plan.maxLoad,
    taskWorkingDays: plan.taskWorkingDays,
  };
}

/** Another kind has other items and another department in charge. */
export function withKind(draft: PlanDraft, kind: Kind): PlanDraft {
  return draft.kind === kind ? draft : { ...draft, kind, itemIds: [], demands: [demandOf(kind)] };
}

function demandOf(kind: Kind): DemandDraft {
  return { department: LEAD_DEPARTMENT[kind] as DepartmentCode, inspectors: SMALLEST_TEAM };
}

/** What the plan is called unless somebody types another title. */
export function titleOf({ title, year, kind }: PlanDraft): string {
  if (title !== null) return title;
  return year === null || kind === null ? '' : `${year}年${KIND_LABELS[kind]}双随机抽查`;
}

/** What stands open, step by step, in the order of the fields. */
export function openPoints(draft: PlanDraft): readonly OpenPoint[] {
  return [...openInScope(draft), ...openInItems(draft), ...openInStrata(draft), ...openInStaff(draft)];
}

function openInScope(draft: PlanDraft): OpenPoint[] {
  const points: OpenPoint[] = [];
  const add = (field: string, message: string, isWrong = false) =>
    points.push({ step: 'scope', field, message, isWrong });
  if (draft.kind === null) add('kind', '请选择机构类别');
  if (draft.districts.length === 0) add('districts', '请选择抽查的辖区');
  const year = faultOf('年度', draft.year, '请填写年度', PLAN_LIMITS.year);
  if (year !== null) add('year', year, draft.year !== null);
  if (titleOf(draft).trim() === '') add('title', '请填写计划名称');
  return points;
}

function openInItems({ itemIds }: PlanDraft): OpenPoint[] {
  return itemIds.length > 0
    ? []
    : [{ step: 'items', field: 'items', message: '请至少选择一项抽查事项', isWrong: false }];
}

function openInStrata({ strata }: PlanDraft): OpenPoint[] {
  return GRADES.flatMap((grade): OpenPoint[] => {
    const { percent, minimum } = strata[grade];
    const label = `${grade} 级（${GRADE_LABELS[grade]}）`;
    const ratio = `${label}的抽查比例`;
    const least = `${label}至少抽取的家数`;
    return [
      {
        field: `percent-${grade}`,
        isWrong: percent !== null,
        message: faultOf(ratio, percent, `请填写 ${ratio}`, PLAN_LIMITS.percent),
      },
      {
        field: `minimum-${grade}`,
        isWrong: minimum !== null,
        message: faultOf(least, minimum, `请填写 ${least}`, PLAN_LIMITS.minimum),
      },
    ].flatMap(({ field, message, isWrong }) =>
      message === null ? [] : [{ step: 'strata', field, message, isWrong }],
    );
  });
}

/** What is said of a number that is missing, or that cannot be. */
function faultOf(name: string, value: number | null, missing: string, limits: Limits): string | null {
  return value === null ? missing : faultOfNumber(name, value, limits);
}

function openInStaff({ demands, maxLoad, taskWorkingDays }: PlanDraft): OpenPoint[] {
  const points: OpenPoint[] = [];
  const add = (field: string, message: string | null, typed: number | null = null) => {
    if (message !== null) points.push({ step: 'staff', field, message, isWrong: typed !== null });
  };
  for (const { department, inspectors } of demands) {
    const name = '每家机构派出的人数';
    add(
      `demand-${department}`,
      faultOf(name, inspectors, `请填写${name}`, PLAN_LIMITS.inspectors),
      inspectors,
    );
  }
  const team = demands.reduce((sum, { inspectors }) => sum + (inspectors ?? 0), 0);
  if (team < SMALLEST_TEAM)
    add('demands', '每家机构合计至少派两名检查人员，请增加人数，或者再请一个部门参加');
  const load = '每人最多检查的家数';
  add('max-load', faultOf(load, maxLoad, `请填写${load}`, PLAN_LIMITS.maxLoad), maxLoad);
  const days = '完成检查的期限';
  add(
    'task-days',
    faultOf(days, taskWorkingDays, `请填写${days}`, PLAN_LIMITS.taskWorkingDays),
    taskWorkingDays,
  );
  return points;
}

/** What the count of a draw depends on; null while some of it is open. */
export function sketchOf(draft: PlanDraft): PlanSketch | null {
  const { kind, districts, maxLoad } = draft;
  const countable = openPoints(draft).every(({ field }) => NOT_COUNTED.has(field));
  if (!countable || kind === null || maxLoad === null) return null;
  return { kind, districts: [...districts], strata: strataOf(draft), demands: demandsOf(draft), maxLoad };
}

/** What is to be filled in, or put right, before it can be counted how many are drawn. */
export function whyNotCounted(draft: PlanDraft): string {
  const points = openPoints(draft).filter(({ field }) => !NOT_COUNTED.has(field));
  const wrong = points.filter(({ isWrong }) => isWrong);
  const [first] = wrong.length > 0 ? wrong : points;
  if (!first) return '正在计算抽取的家数。';
  const step = PLAN_STEPS.find(({ key }) => key === first.step)?.title ?? '';
  return `“${step}”一步：${first.message}。${wrong.length > 0 ? '改正' : '填好'}以后，这里显示抽取的家数。`;
}

const NOT_COUNTED: ReadonlySet<string> = new Set(['year', 'title', 'items', 'task-days']);

/** The plan as the interface takes it; null while something is open. */
export function planOf(draft: PlanDraft): NewPlan | null {
  const sketch = sketchOf(draft);
  const { year, taskWorkingDays, itemIds } = draft;
  if (openPoints(draft).length > 0 || sketch === null || year === null || taskWorkingDays === null)
    return null;
  return { ...sketch, year, title: titleOf(draft).trim(), itemIds: [...itemIds], taskWorkingDays };
}

function strataOf({ strata }: PlanDraft): PlanSketch['strata'] {
  return GRADES.map((key) => ({
    key,
    basisPoints: Math.round((strata[key].percent ?? 0) * BASIS_POINTS_PER_PERCENT),
    minimum: strata[key].minimum ?? 0,
  }));
}

function demandsOf({ demands }: PlanDraft): PlanSketch['demands'] {
  return demands.map(({ department, inspectors }) => ({ department, inspectors: inspectors ?? 0 }));
}
