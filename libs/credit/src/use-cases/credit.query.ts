import { Inject, Injectable } from '@nestjs/common';
import {
  GRADE_LABELS,
  refuse,
  type Caller,
  type CreditOpening,
  type CreditRuleRow,
  type Grade,
  type Kind,
} from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { dateInShanghai, plainDate, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { adjustments, type Adjustment } from '../domain/adjustments';
import { forces, pointsOn, standing, type GradeRules } from '../domain/grade';
import { improvements } from '../domain/improvements';
import { outlook, type OutlookStep } from '../domain/outlook';
import { CreditStore, type LedgerLine } from '../store/credit.store';
import { CreditRules } from './credit-rules';
import { ledgerLines } from './ledger-lines';

/** Changes of grade and steps ahead that an answer holds at most. */
const MOST_CHANGES = 50;
const MOST_STEPS = 12;

export interface CreditEventView {
  readonly id: string;
  readonly ruleCode: string;
  readonly ruleName: string;
  readonly direction: 'DEDUCT' | 'BONUS';
  readonly text: string;
  readonly source: { readonly type: string; readonly id: string; readonly item: string };
  readonly points: number;
  readonly pointsNow: number;
  readonly effectiveOn: PlainDate;
  readonly expiresOn: PlainDate;
  readonly forcesGrade: Grade | null;
  readonly liftedOn: PlainDate | null;
  readonly basis: string;
}

/** A grade explained (信用等级说明): every point with its reason, and what would improve it. */
export interface CreditView {
  readonly institutionId: string;
  readonly institutionName: string;
  readonly kind: Kind;
  readonly district: string;
  readonly on: PlainDate;
  readonly start: number;
  readonly score: number;
  readonly grade: Grade;
  readonly gradeLabel: string;
  readonly gradeSince: PlainDate;
  /** Ids of events that hold the grade down whatever the score. */
  readonly forcedBy: readonly string[];
  readonly events: readonly CreditEventView[];
  /** What caps and rounding change, so that start, events and these add up to the score. */
  readonly adjustments: readonly Adjustment[];
  /** Which scores make which grade, best first. */
  readonly bands: GradeRules['grades'];
  readonly changes: readonly {
    readonly from: Grade | null;
    readonly to: Grade;
    readonly score: number;
    readonly changedOn: PlainDate;
    readonly cause: string;
    readonly events: readonly string[];
  }[];
  readonly outlook: readonly OutlookStep[];
  readonly improvements: readonly string[];
}

@Injectable()
export class CreditQuery {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly store: CreditStore,
    private readonly rules: CreditRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND also outside the caller's district */
  get(caller: Caller, institutionId: string): Promise<CreditView> {
    return this.work.read(caller, (manager) =>
      this.view(manager, institutionId, dateInShanghai(this.clock.now())),
    );
  }

  async view(manager: Tx['manager'], institutionId: string, on: PlainDate): Promise<CreditView> {
    const institution = await this.institutions.findById(manager, institutionId);
    if (!institution) throw refuse('NOT_FOUND');
    const { kind, district, name, registeredAt, gradeSince } = institution;
    const grading = await this.rules.grading();
    const rules = await this.rules.events();
    const parts = { store: this.store, rules: this.rules };
    const { account, lines } = await ledgerLines(manager, parts, institution, on);
    const now = standing(lines, grading, on);
    const changes = await this.store.changes(manager, institutionId, MOST_CHANGES);
    return {
      institutionId,
      institutionName: name,
      kind,
      district,
      on,
      start: grading.engine.start,
      score: now.score,
      grade: now.grade,
      gradeLabel: GRADE_LABELS[now.grade],
      gradeSince: account ? plainDate(account.gradeSince) : (gradeSince ?? dateInShanghai(registeredAt)),
      forcedBy: now.forcedBy,
      events: lines
        .filter((line) => on < line.expiresOn || forces(line, on))
        .map((line) => eventView(line, rules, grading.opening, on)),
      adjustments: adjustments(lines, now, grading.engine),
      bands: grading.grades.map(({ grade, min, max }) => ({ grade, min, max })),
      changes: changes.map(({ fromGrade, toGrade, score, changedOn, cause, events }) => ({
        from: fromGrade,
        to: toGrade,
        score,
        changedOn: plainDate(changedOn),
        cause,
        events,
      })),
      // Without an account nothing runs yet: the terms begin on the day it is opened.
      outlook: account ? outlook(lines, grading, on, MOST_STEPS) : [],
      improvements: improvements(lines, rules, kind, on),
    };
  }
}

function eventView(
  line: LedgerLine,
  rules: readonly CreditRuleRow[],
  opening: CreditOpening,
  on: PlainDate,
): CreditEventView {
  const rule = [...rules, opening].find((row) => row.code === line.ruleCode);
  const { id, ruleCode, direction, text, points, effectiveOn, expiresOn, forcesGrade, liftedOn } = line;
  return {
    id,
    ruleCode,
    // A rule that was withdrawn since keeps what it wrote into the ledger.
    ruleName: rule?.name ?? text,
    direction,
    text,
    source: { type: line.sourceType, id: line.sourceId, item: line.item },
    points,
    pointsNow: pointsOn(line, on),
    effectiveOn,
    expiresOn,
    forcesGrade,
    liftedOn,
    basis: rule?.basis ?? '',
  };
}
