import { Inject, Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { RetractStep } from '@zhaoguan/institutions';
import { dateInShanghai, type Clock, type PlainDate } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { actorsFor } from '../domain/actor-in-words';
import { requireRight, type Filing } from '../domain/filing';
import { isNotice } from '../domain/filing-types';
import {
  answerBy,
  asksAs,
  hindranceToRetract,
  retractionActions,
  type Retraction,
} from '../domain/retraction';
import {
  RETRACTION_STATUS_LABELS,
  type RetractionAction,
  type RetractionStatus,
} from '../domain/retraction.process';
import { FilingStore } from '../store/filing.store';
import { RetractionStore } from '../store/retraction.store';
import { Deciders } from './deciders';
import { FilingReference } from './filing-reference';

/** One request as somebody reads it. */
export interface RetractionLine {
  readonly id: string;
  readonly status: RetractionStatus;
  readonly statusLabel: string;
  readonly reason: string;
  readonly dueOn: PlainDate;
  readonly askedAt: Date;
  /** Asked at the window in the name of the applicant. */
  readonly atWindow: boolean;
  readonly answer: string | null;
  readonly endedAt: Date | null;
  /** As in the history of the case. */
  readonly askedByName: string | null;
  readonly endedByName: string | null;
  readonly availableActions: readonly RetractionAction[];
}

/** What the reader may ask for now. */
export interface RetractionOffer {
  /** As the applicant, or for them at the window. */
  readonly as: 'APPLICANT' | 'WINDOW';
  /** From which day on it would hold. */
  readonly effectiveOn: PlainDate;
  /** By when the office would answer. */
  readonly dueOn: PlainDate;
  /** At the window: whether somebody else of the office may answer; else it cannot be asked for there. */
  readonly attended: boolean;
}

export interface RetractionsView {
  /** The first first. */
  readonly items: readonly RetractionLine[];
  readonly offer: RetractionOffer | null;
}

/** Whether what was accepted is asked to be taken back before its day (撤回), and what was answered. */
@Injectable()
export class RetractionsOfFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly retractions: RetractionStore,
    private readonly steps: RetractStep,
    private readonly people: PersonStore,
    private readonly reference: FilingReference,
    private readonly deciders: Deciders,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  execute(caller: Caller, id: string): Promise<RetractionsView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      return this.view(manager, filing, caller);
    });
  }

  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<RetractionsView> {
    if (!isNotice(filing.type) || filing.status !== 'ACCEPTED') return { items: [], offer: null };
    const all = await this.retractions.ofFiling(manager, filing.id);
    const acting = await this.reference.actingOn(caller, filing);
    const today = dateInShanghai(this.clock.now());
    const actor = actorsFor(filing, caller, await this.namesOf(manager, all));
    return {
      items: all.map((each) => ({
        id: each.id,
        status: each.status,
        statusLabel: RETRACTION_STATUS_LABELS[each.status],
        reason: each.reason,
        dueOn: each.dueOn,
        askedAt: each.askedAt,
        atWindow: each.askedBy !== filing.applicantId,
        answer: each.answer,
        endedAt: each.endedAt,
        askedByName: actor(each.askedBy),
        endedByName: each.endedBy === null ? null : actor(each.endedBy),
        availableActions: retractionActions(filing, each, { caller: acting, today }),
      })),
      offer: await this.offer(manager, filing, { all, acting }),
    };
  }

  private namesOf(manager: Tx['manager'], all: readonly Retraction[]) {
    const ids = all.flatMap(({ askedBy, endedBy }) => [askedBy, ...(endedBy === null ? [] : [endedBy])]);
    return this.people.listNames(manager, [...new Set(ids)]);
  }

  private async offer(
    manager: Tx['manager'],
    filing: Filing,
    { all, acting }: { readonly all: readonly Retraction[]; readonly acting: Caller },
  ): Promise<RetractionOffer | null> {
    const as = asksAs(filing, acting);
    const step = await this.steps.find({ manager, at: this.clock.now() }, filing.id);
    if (as === null || step === null || hindranceToRetract(filing, all, true) !== null) return null;
    const { effectiveOn } = step;
    const term = await this.reference.dueOn(filing, dateInShanghai(this.clock.now()));
    const attended = as === 'APPLICANT' || (await this.deciders.hasOther(manager, filing, acting.id));
    return { as, effectiveOn, dueOn: answerBy(term, effectiveOn), attended };
  }
}
