import { Inject, Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type Clock } from '@zhaoguan/kernel';
import { CLOCK, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { extensionActions, hindranceToExtend, type Extension, type LongerTerm } from '../domain/extension';
import {
  EXTENSION_STATUS_LABELS,
  type ExtensionAction,
  type ExtensionStatus,
} from '../domain/extension.process';
import { requireRight, rightsOver, worksOn, type Filing } from '../domain/filing';
import { isBeyondLicence } from '../domain/renewal';
import { ExtensionStore } from '../store/extension.store';
import { FilingStore } from '../store/filing.store';
import { FilingReference } from './filing-reference';

/** One extension as somebody reads it. */
export interface ExtensionLine extends LongerTerm {
  readonly id: string;
  readonly status: ExtensionStatus;
  readonly statusLabel: string;
  readonly reason: string;
  readonly askedAt: Date;
  readonly endedAt: Date | null;
  /** Names and the answer are for officials. */
  readonly askedByName: string | null;
  readonly endedByName: string | null;
  readonly answer: string | null;
  readonly availableActions: readonly ExtensionAction[];
}

export interface ExtensionsView {
  readonly items: readonly ExtensionLine[];
  /** What the reader may ask for now. */
  readonly offer: LongerTerm | null;
}

/** Whether the term of a case was extended, and why; officials read what was asked for as well. */
@Injectable()
export class ExtensionsOfFiling {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly extensions: ExtensionStore,
    private readonly people: PersonStore,
    private readonly reference: FilingReference,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT */
  execute(caller: Caller, id: string): Promise<ExtensionsView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.read');
      return this.view(manager, filing, caller);
    });
  }

  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<ExtensionsView> {
    const today = dateInShanghai(this.clock.now());
    const all = await this.extensions.ofFiling(manager, filing.id);
    const acting = await this.reference.actingOn(caller, filing);
    const asks =
      rightsOver(filing, acting).has('filing.ask-extension') &&
      hindranceToExtend(filing, all, today) === null;
    return {
      items: worksOn(filing, caller)
        ? all.filter(({ status }) => status === 'APPROVED').map(told)
        : await this.inFull(manager, all, (extension) => extensionActions(filing, extension, acting, today)),
      offer: asks ? await this.offer(filing) : null,
    };
  }

  private async offer(filing: Filing): Promise<LongerTerm | null> {
    const longer = await this.reference.longerTerm(filing);
    return isBeyondLicence(filing, longer) ? null : longer;
  }

  private async inFull(
    manager: Tx['manager'],
    all: readonly Extension[],
    actionsOn: (extension: Extension) => ExtensionAction[],
  ): Promise<ExtensionLine[]> {
    const ids = all.flatMap(({ askedBy, endedBy }) => [askedBy, ...(endedBy === null ? [] : [endedBy])]);
    const names = await this.people.listNames(manager, [...new Set(ids)]);
    return all.map((extension) => ({
      ...told(extension),
      askedByName: names.get(extension.askedBy) ?? null,
      endedByName: extension.endedBy === null ? null : (names.get(extension.endedBy) ?? null),
      answer: extension.answer,
      availableActions: actionsOn(extension),
    }));
  }
}

/** What the applicant is told. */
function told(extension: Extension): ExtensionLine {
  const { id, status, reason, days, dueBefore, dueAfter, askedAt, endedAt } = extension;
  return {
    id,
    status,
    statusLabel: EXTENSION_STATUS_LABELS[status],
    reason,
    days,
    dueBefore,
    dueAfter,
    askedAt,
    endedAt,
    askedByName: null,
    endedByName: null,
    answer: null,
    availableActions: [],
  };
}
