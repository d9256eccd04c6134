import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
import { actorsFor } from '../domain/actor-in-words';
import { requireRight } from '../domain/filing';
import { actionLabel } from '../domain/filing.process';
import { FilingStore } from '../store/filing.store';
import { HistoryStore, type TransitionRow } from '../store/history.store';

/** One act of the history (办理过程). */
export interface HistoryLine extends Omit<TransitionRow, 'actorId'> {
  /** Chinese name of the act, e.g. 退回补正. */
  readonly label: string;
  readonly actorName: string | null;
  /** Done by the official at the window, for the applicant. */
  readonly onBehalf: boolean;
}

@Injectable()
export class GetHistory {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly history: HistoryStore,
    private readonly people: PersonStore,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  async execute(caller: Caller, id: string): Promise<Page<HistoryLine>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      const transitions = await this.history.transitions(manager, id);
      const ids = transitions.map(({ actorId }) => actorId);
      const actor = actorsFor(filing, caller, await this.people.listNames(manager, [...new Set(ids)]));
      const items = transitions.map(({ actorId, ...line }) => ({
        ...line,
        label: actionLabel(line.action, filing),
        actorName: actor(actorId),
        onBehalf: actorId === filing.enteredBy,
      }));
      return { items, nextCursor: null };
    });
  }
}
