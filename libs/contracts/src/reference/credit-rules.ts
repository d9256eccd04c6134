import type { PlainDate } from '@zhaoguan/kernel';
import { EVIDENCE_MARKS, type EvidenceMark, REFERENCE_KINDS } from './file';
import { type ReferenceFile, type ReferenceKind, readFile, requireUnique } from './file';
import { ReferenceDataError, type Row } from './row';

export const CREDIT_GRADES = ['A', 'B', 'C', 'D'] as const;
export type CreditGrade = (typeof CREDIT_GRADES)[number];
/** 轻微失信, 一般失信, 严重失信. */
export const PUBLICITY_CLASSES = ['MINOR', 'GENERAL', 'SERIOUS'] as const;
export type PublicityClass = (typeof PUBLICITY_CLASSES)[number];
export const PUBLICITY_CLASS_LABELS: Readonly<Record<PublicityClass, string>> = {
  MINOR: '轻微失信',
  GENERAL: '一般失信',
  SERIOUS: '严重失信',
};
export const CREDIT_DIRECTIONS = ['DEDUCT', 'BONUS'] as const;

/** What an event does to the score. */
export interface CreditRuleRow {
  readonly code: string;
  readonly direction: (typeof CREDIT_DIRECTIONS)[number];
  readonly kind: ReferenceKind | null;
  readonly name: string;
  /** Points on the day of the event, taken off or added by `direction`. */
  readonly points: number;
  /** Months after which the event counts nothing. */
  readonly termMonths: number;
  /** Months after which it counts half. */
  readonly halfLifeMonths: number;
  /** Null for a bonus. */
  readonly publicityClass: PublicityClass | null;
  /** The grade while the event stands, whatever the score. */
  readonly forcesGrade: CreditGrade | null;
  readonly basis: string;
  readonly evidence: EvidenceMark;
  readonly note: string | null;
}

export interface CreditEngine {
  readonly start: number;
  readonly floor: number;
  readonly ceiling: number;
  readonly bonusCap: number;
  /** Most points the findings of one inspection take off together. */
  readonly findingCapPerInspection: number;
  readonly evidence: EvidenceMark;
}

/** How a grade that a directory carried (导入名录时的信用等级) enters the ledger when the account is opened. */
export interface CreditOpening {
  readonly code: string;
  readonly name: string;
  readonly termMonths: number;
  readonly halfLifeMonths: number;
  readonly basis: string;
  readonly evidence: EvidenceMark;
}

interface OpeningRules {
  readonly engine: Pick<CreditEngine, 'start'>;
  readonly grades: readonly Pick<GradeRow, 'grade' | 'min' | 'max'>[];
}

/** What a grade that a directory carried adds to the start score or takes from it, so that it comes just into the band of that grade. */
export function openingPoints(grade: CreditGrade, { engine, grades }: OpeningRules): number {
  const band = grades.find((row) => row.grade === grade);
  if (!band) throw new Error(`credit-rules has no grade ${grade}`);
  return Math.max(0, band.min - engine.start) + Math.min(0, band.max - engine.start);
}

/** Whole scores `min` to `max`, both included. */
export interface GradeRow {
  readonly grade: CreditGrade;
  readonly min: number;
  readonly max: number;
  /** On-site checks of a 养老机构 each year; null: up to the local cap. */
  readonly elderlyChecksPerYear: number | null;
  /** Share of 托育机构 drawn each year, in ten-thousandths. */
  readonly childcareDrawBasisPoints: number;
  readonly note: string | null;
}

/** Term of publicity by class. @law 信用修复管理办法（国家发展和改革委员会令第36号） */
export interface PublicityRow {
  readonly class: PublicityClass;
  readonly label: string;
  readonly published: boolean;
  readonly minMonths: number;
  readonly maxMonths: number;
  readonly repairAfterMonths: number;
  readonly typical: string;
  readonly effectiveFrom: PlainDate;
  readonly evidence: EvidenceMark;
}

export type CreditRuleFile = ReferenceFile<CreditRuleRow> & {
  readonly engine: CreditEngine;
  readonly opening: CreditOpening;
  readonly grades: readonly GradeRow[];
  readonly publicity: readonly PublicityRow[];
  readonly repair: {
    readonly conditions: readonly string[];
    readonly handlingWorkingDays: number;
    readonly evidence: EvidenceMark;
  };
};

const NAME = 'credit-rules.json';

/**
 * Reads credit-rules.json: grades A to D cover floor to ceiling without gap or overlap, every publicity class is there once.
 * @throws ReferenceDataError with the place and the fault
 */
export function parseCreditRules(json: unknown): CreditRuleFile {
  const file = readFile(json, NAME, readRule, (row) => ({
    engine: row.object('engine', readEngine),
    opening: row.object('opening', readOpening),
    grades: row.list('grades', readGrade),
    publicity: row.list('publicity', readPublicity),
    repair: row.object('repair', (repair) => ({
      conditions: repair.texts('conditions'),
      handlingWorkingDays: repair.integer('handlingWorkingDays', 1, 365),
      evidence: repair.oneOf('evidence', EVIDENCE_MARKS),
    })),
  }));
  requireUnique(file.items, NAME, (item) => item.code);
  if (file.items.some(({ code }) => code === file.opening.code)) {
    throw new ReferenceDataError(`${NAME}.opening`, `${file.opening.code}与记分规则的编码重复`);
  }
  requireGrades(file.grades, file.engine);
  if (file.publicity.map((row) => row.class).join() !== PUBLICITY_CLASSES.join()) {
    throw new ReferenceDataError(`${NAME}.publicity`, `应依次为 ${PUBLICITY_CLASSES.join('、')}`);
  }
  return file;
}

function requireGrades(grades: readonly GradeRow[], engine: CreditEngine): void {
  if (grades.map((row) => row.grade).join() !== CREDIT_GRADES.join()) {
    throw new ReferenceDataError(`${NAME}.grades`, `应依次为 ${CREDIT_GRADES.join('、')}`);
  }
  let above = engine.ceiling + 1;
  for (const row of grades) {
    if (row.max !== above - 1)
      throw new ReferenceDataError(`${NAME}.grades`, `${row.grade}的上限应为${above - 1}`);
    above = row.min;
  }
  if (above !== engine.floor) throw new ReferenceDataError(`${NAME}.grades`, `最低一等应自${engine.floor}起`);
}

function readRule(row: Row): CreditRuleRow {
  const item = {
    code: row.matching('code', /^[A-Z][A-Z_]*$/, '应为大写字母和下划线'),
    direction: row.oneOf('direction', CREDIT_DIRECTIONS),
    kind: row.oneOfOrNull('kind', REFERENCE_KINDS),
    name: row.chinese('name'),
    points: row.integer('points', 1, 100),
    termMonths: row.integer('termMonths', 1, 120),
    halfLifeMonths: row.integer('halfLifeMonths', 1, 120),
    publicityClass: row.oneOfOrNull('publicityClass', PUBLICITY_CLASSES),
    forcesGrade: row.oneOfOrNull('forcesGrade', CREDIT_GRADES),
    basis: row.chinese('basis'),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
    note: row.chineseOrNull('note'),
  };
  if (item.halfLifeMonths > item.termMonths) row.fail('halfLifeMonths', '半衰期不得长于有效期');
  if ((item.direction === 'DEDUCT') !== (item.publicityClass !== null))
    row.fail('publicityClass', '扣分须有类别，加分没有');
  return item;
}

function readEngine(row: Row): CreditEngine {
  const floor = row.integer('floor', 0, 1000);
  const ceiling = row.integer('ceiling', floor + 1, 1000);
  return {
    start: row.integer('start', floor, ceiling),
    floor,
    ceiling,
    bonusCap: row.integer('bonusCap', 0, ceiling),
    findingCapPerInspection: row.integer('findingCapPerInspection', 0, ceiling),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
  };
}

function readOpening(row: Row): CreditOpening {
  const opening = {
    code: row.matching('code', /^[A-Z][A-Z_]*$/, '应为大写字母和下划线'),
    name: row.chinese('name'),
    termMonths: row.integer('termMonths', 1, 120),
    halfLifeMonths: row.integer('halfLifeMonths', 1, 120),
    basis: row.chinese('basis'),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
  };
  if (opening.halfLifeMonths > opening.termMonths) row.fail('halfLifeMonths', '半衰期不得长于有效期');
  return opening;
}

function readGrade(row: Row): GradeRow {
  return {
    grade: row.oneOf('grade', CREDIT_GRADES),
    min: row.integer('min', 0, 1000),
    max: row.integer('max', 0, 1000),
    elderlyChecksPerYear: row.integerOrNull('elderlyChecksPerYear', 1, 365),
    childcareDrawBasisPoints: row.integer('childcareDrawBasisPoints', 0, 10_000),
    note: row.chineseOrNull('note'),
  };
}

function readPublicity(row: Row): PublicityRow {
  const minMonths = row.integer('minMonths', 0, 120);
  return {
    class: row.oneOf('class', PUBLICITY_CLASSES),
    label: row.chinese('label'),
    published: row.flag('published'),
    minMonths,
    maxMonths: row.integer('maxMonths', minMonths, 120),
    repairAfterMonths: row.integer('repairAfterMonths', 0, 120),
    typical: row.chinese('typical'),
    effectiveFrom: row.date('effectiveFrom'),
    evidence: row.oneOf('evidence', EVIDENCE_MARKS),
  };
}
