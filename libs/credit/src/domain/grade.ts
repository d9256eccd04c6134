import type { CreditEngine, Grade, GradeRow } from '@zhaoguan/contracts';
import { addMonths, type PlainDate } from '@zhaoguan/kernel';

/** Something that counts for or against an institution (信用事件). */
export interface CreditEvent {
  readonly id: string;
  readonly ruleCode: string;
  readonly direction: 'DEDUCT' | 'BONUS';
  /** Whole points on the first day. */
  readonly points: number;
  readonly halfLifeMonths: number;
  readonly effectiveOn: PlainDate;
  /** First day on which it counts nothing. */
  readonly expiresOn: PlainDate;
  /** Grade while the event stands and is not lifted, whatever the score. */
  readonly forcesGrade: Grade | null;
  /** From this day it forces nothing any more. */
  readonly liftedOn: PlainDate | null;
  /** Deductions of one group together take off no more than the cap (one inspection). */
  readonly capGroup: string | null;
}

/** The parameters of credit-rules.json that the sum needs. */
export interface GradeRules {
  readonly engine: Pick<CreditEngine, 'start' | 'floor' | 'ceiling' | 'bonusCap' | 'findingCapPerInspection'>;
  readonly grades: readonly Pick<GradeRow, 'grade' | 'min' | 'max'>[];
}

/** Where an institution stands on a day, and why. */
export interface Standing {
  readonly score: number;
  readonly grade: Grade;
  /** Events that hold the grade down whatever the score. */
  readonly forcedBy: readonly string[];
  /** Points that each event takes or gives on that day, before the caps; events that count nothing are left out. */
  readonly counting: ReadonlyMap<string, number>;
  /** First later day on which time alone may change the score; null when nothing runs. */
  readonly nextChangeOn: PlainDate | null;
}

const WORST_FIRST: readonly Grade[] = ['D', 'C', 'B', 'A'];

/**
 * Score and grade on a day: start, less what was done wrong, plus capped bonuses, whole, within floor and ceiling; then
 * the grade by its bands, unless an event forces a worse one. The order of the events does not matter.
 */
export function standing(events: readonly CreditEvent[], rules: GradeRules, on: PlainDate): Standing {
  const counting = new Map(
    events.map((event) => [event.id, pointsOn(event, on)] as const).filter(([, points]) => points > 0),
  );
  const score = scoreOf(sumsOf(events, counting), rules.engine);
  const forcing = events.filter((event) => forces(event, on));
  const grade = worst([gradeOf(score, rules), ...forcing.flatMap(({ forcesGrade }) => forcesGrade ?? [])]);
  return {
    score,
    grade,
    forcedBy: forcing.map((event) => event.id).sort(),
    counting,
    nextChangeOn: nextChange(events, on),
  };
}

/** Points of an event on a day: whole until its first half-life, then half, a quarter …; nothing before and after its term. */
export function pointsOn(event: CreditEvent, on: PlainDate): number {
  if (on < event.effectiveOn || on >= event.expiresOn) return 0;
  return event.points / 2 ** halvings(event, on);
}

/** A forcing event holds until it is lifted, even when its points have run out: what is not put right stays wrong. */
export function forces(event: CreditEvent, on: PlainDate): boolean {
  return (
    event.forcesGrade !== null && on >= event.effectiveOn && (event.liftedOn === null || on < event.liftedOn)
  );
}

/** The grade of a whole score. */
export function gradeOf(score: number, rules: Pick<GradeRules, 'grades'>): Grade {
  const band = rules.grades.find(({ min, max }) => score >= min && score <= max);
  if (!band) throw new RangeError(`no grade for a score of ${score}`);
  return band.grade;
}

/** What counts on a day, summed by the caps that it falls under. */
export interface Sums {
  /** Deductions that stand alone. */
  readonly deductions: number;
  /** Deductions of each group that shares a cap. */
  readonly capped: readonly number[];
  readonly bonus: number;
}

export function sumsOf(events: readonly CreditEvent[], counting: ReadonlyMap<string, number>): Sums {
  const groups = new Map<string, number>();
  let deductions = 0;
  let bonus = 0;
  for (const { id, direction, capGroup } of events) {
    const points = counting.get(id) ?? 0;
    if (direction === 'BONUS') bonus += points;
    else if (capGroup === null) deductions += points;
    else groups.set(capGroup, (groups.get(capGroup) ?? 0) + points);
  }
  return { deductions, capped: [...groups.values()], bonus };
}

function scoreOf({ deductions, capped, bonus }: Sums, engine: GradeRules['engine']): number {
  const cappedSum = capped.reduce((sum, group) => sum + Math.min(group, engine.findingCapPerInspection), 0);
  const score = Math.round(engine.start - deductions - cappedSum + Math.min(bonus, engine.bonusCap));
  return Math.min(engine.ceiling, Math.max(engine.floor, score));
}

function worst(grades: readonly Grade[]): Grade {
  return WORST_FIRST.find((grade) => grades.includes(grade)) ?? 'D';
}

function halvings({ effectiveOn, halfLifeMonths }: CreditEvent, on: PlainDate): number {
  let count = 0;
  while (addMonths(effectiveOn, (count + 1) * halfLifeMonths) <= on) count += 1;
  return count;
}

function nextChange(events: readonly CreditEvent[], on: PlainDate): PlainDate | null {
  const days = events.flatMap((event) => changesOf(event, on)).filter((day) => day > on);
  return days.sort()[0] ?? null;
}

function changesOf(event: CreditEvent, on: PlainDate): PlainDate[] {
  const half = addMonths(event.effectiveOn, (halvings(event, on) + 1) * event.halfLifeMonths);
  const ends = half < event.expiresOn ? [half, event.expiresOn] : [event.expiresOn];
  return [event.effectiveOn, ...ends, ...(event.liftedOn === null ? [] : [event.liftedOn])];
}
