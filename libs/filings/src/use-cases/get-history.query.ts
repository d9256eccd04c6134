import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { SYSTEM_ID, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page } from '@zhaoguan/platform';
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
      const names = new Map<string, string | null>();
      for (const { actorId } of transitions) {
        if (!names.has(actorId))
          names.set(actorId, (await this.people.findById(manager, actorId))?.name ?? null);
      }
      const items = transitions.map(({ actorId, ...line }) => ({
        ...line,
        label: actionLabel(line.action, filing),
        actorName: actorId === SYSTEM_ID ? '系统' : (names.get(actorId) ?? null),
        onBehalf: actorId === filing.enteredBy,
      }));
      return { items, nextCursor: null };
    });
  }
}
