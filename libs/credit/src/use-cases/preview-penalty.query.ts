import { Inject, Injectable } from '@nestjs/common';
import {
  GRADE_LABELS,
  refuse,
  type Caller,
  type CreditRuleRow,
  type Grade,
  type PublicityClass,
} from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork } from '@zhaoguan/platform';
import { standing, type Standing } from '../domain/grade';
import { outlook, type OutlookStep } from '../domain/outlook';
import { entryOfBreach, entryOfPenalty, type CreditEntry } from '../domain/scoring';
import { CreditStore } from '../store/credit.store';
import { CreditAuthority } from './credit-authority';
import { CreditRules } from './credit-rules';
import { ledgerLines, unwritten } from './ledger-lines';

const MOST_STEPS = 12;
/** There is no decision yet that the entry could name. */
const NO_CASE = '00000000-0000-0000-0000-000000000000';

interface Point {
  readonly score: number;
  readonly grade: Grade;
  readonly gradeLabel: string;
}

/** The grade as it is, and as it would be. */
export interface GradePreview {
  readonly on: PlainDate;
  /** Points that it would take off at first, and from when on it would count nothing. */
  readonly points: number;
  readonly expiresOn: PlainDate;
  readonly before: Point;
  readonly after: Point;
  /** What time would change afterwards, if nothing else happened. */
  readonly outlook: readonly OutlookStep[];
}

/** What is thought of: a penalty of a class, or that a promise (告知承诺) is found not to have been kept. */
export type Foreseen = PublicityClass | 'BREACH';

/** What it would do to the grade, were it decided today (处罚、认定未履行承诺对信用等级的影响). Changes nothing. */
@Injectable()
export class PreviewPenaltyOnGrade {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly authority: CreditAuthority,
    private readonly store: CreditStore,
    private readonly rules: CreditRules,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND also outside the caller's district; WRONG_DISTRICT */
  execute(caller: Caller, institutionId: string, foreseen: Foreseen): Promise<GradePreview> {
    const on = dateInShanghai(this.clock.now());
    return this.work.read(caller, async (manager) => {
      const institution = await this.institutions.findById(manager, institutionId);
      if (!institution) throw refuse('NOT_FOUND');
      await this.authority.requireResponsible(caller, institution);
      const grading = await this.rules.grading();
      const parts = { store: this.store, rules: this.rules };
      const { lines } = await ledgerLines(manager, parts, institution, on);
      const entry = entryOf(foreseen, on, await this.rules.events());
      const then = [...lines, unwritten(entry)];
      return {
        on,
        points: entry.points,
        expiresOn: entry.expiresOn,
        before: pointOf(standing(lines, grading, on)),
        after: pointOf(standing(then, grading, on)),
        outlook: outlook(then, grading, on, MOST_STEPS),
      };
    });
  }
}

function entryOf(foreseen: Foreseen, on: PlainDate, rules: readonly CreditRuleRow[]): CreditEntry {
  if (foreseen === 'BREACH')
    return entryOfBreach({ commitmentId: NO_CASE, material: '', breachedOn: on }, rules);
  const penalty = { caseId: NO_CASE, decisionNumber: '', decidedOn: on, publicityClass: foreseen };
  return entryOfPenalty(penalty, rules);
}

function pointOf({ score, grade }: Standing): Point {
  return { score, grade, gradeLabel: GRADE_LABELS[grade] };
}
