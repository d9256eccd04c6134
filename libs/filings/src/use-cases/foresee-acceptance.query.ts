import { Inject, Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, UnitOfWork } from '@zhaoguan/platform';
import { requireRight, type Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { VISIT_TERMS } from '../domain/verification-order';
import { CommitmentStore } from '../store/commitment.store';
import { FilingStore } from '../store/filing.store';
import { ClosureDesk, type ClosureForeseen } from './closure-desk';
import { FilingReference } from './filing-reference';
import { VerificationDesk } from './verification-desk';

/** What would begin, were it accepted today. */
export interface AcceptanceForeseen {
  /** By when officials look at it on the spot; null where no rule sends them. */
  readonly visit: { readonly workingDays: number; readonly dueOn: PlainDate } | null;
  /** What was promised in place of a material, and by when it is handed in. */
  readonly commitments: readonly { readonly code: string; readonly dueOn: PlainDate }[];
  /** How it is followed up that a service ends; null of anything else. */
  readonly closure: ClosureForeseen | null;
}

/** For who decides: what an acceptance sets going, for the office and for the applicant, with its days. */
@Injectable()
export class ForeseeAcceptance {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly commitments: CommitmentStore,
    private readonly days: FilingReference,
    private readonly reference: ReferenceData,
    private readonly desk: VerificationDesk,
    private readonly closures: ClosureDesk,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, FORBIDDEN */
  execute(caller: Caller, id: string): Promise<AcceptanceForeseen> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.accept');
      const today = dateInShanghai(this.clock.now());
      const given = (await this.commitments.ofFiling(manager, id)).filter(({ status }) => status === 'GIVEN');
      const commitments = [];
      for (const { code, days } of given)
        commitments.push({ code, dueOn: await this.days.dayAfter(today, days) });
      const closure = await this.closures.foresee(manager, filing, today);
      return { visit: await this.visit(filing, today), commitments, closure };
    });
  }

  private async visit(filing: Filing, today: PlainDate): Promise<AcceptanceForeseen['visit']> {
    if (!(await this.desk.isVerifiedAnew(filing))) return null;
    const where = { kind: filing.kind, district: placeOf(filing).district };
    const term = await this.reference.findTerm(VISIT_TERMS.ACCEPTANCE, { ...where, on: today });
    if (term === undefined) return null;
    const dueOn = await this.desk.dueOn({ ...where, origin: 'ACCEPTANCE', decideBy: null }, today);
    return { workingDays: term.value, dueOn };
  }
}
