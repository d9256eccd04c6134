import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, guarded, toApplicant } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { hindranceToExtend } from '../domain/extension';
import { extensionProcess } from '../domain/extension.process';
import { isBeyondLicence } from '../domain/renewal';
import { ExtensionStore } from '../store/extension.store';
import { EndExtension } from './end-extension';
import { ExtensionsOfFiling, type ExtensionsView } from './extensions-of-filing.query';
import { FilingReference } from './filing-reference';
import { LoadForDecision } from './load-for-decision';
import { RecordAct } from './record-act';

/** Who conducts an application for a licence asks for more time, and the head of the authority gives it or does not (延长办理期限). */
@Injectable()
export class ExtendTerm {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly extensions: ExtensionStore,
    private readonly reference: FilingReference,
    private readonly end: EndExtension,
    private readonly record: RecordAct,
    private readonly audit: AuditLog,
    private readonly query: ExtensionsOfFiling,
  ) {}

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, ASSIGNED_TO_ANOTHER, NOT_EXTENDABLE, CASE_NOT_OPEN,
   *   EXTENSION_TOO_LATE, EXTENDED_ALREADY, EXTENSION_ASKED_ALREADY, EXTENSION_BEYOND_LICENCE
   */
  ask(caller: Caller, filingId: string, reason: string): Promise<ExtensionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.ask-extension');
      const before = await this.extensions.ofFiling(tx.manager, filingId);
      const hindrance = hindranceToExtend(filing, before, dateInShanghai(tx.at));
      if (hindrance !== null) throw refuse(hindrance);
      const longer = await this.reference.longerTerm(filing);
      if (isBeyondLicence(filing, longer)) throw refuse('EXTENSION_BEYOND_LICENCE');
      const extension = {
        ...longer,
        id: tx.newId(),
        filingId,
        reason: guarded(reason) ?? reason.trim(),
        status: extensionProcess.initial,
        askedBy: caller.id,
        askedAt: tx.at,
        answer: null,
        endedBy: null,
        endedAt: null,
      };
      await this.extensions.insert(tx, extension, filing);
      await this.audit.append(tx, {
        action: 'filing.extension-asked',
        subjectType: 'filing',
        subjectId: filingId,
        district: filing.application.district,
        detail: { until: longer.dueAfter },
      });
      await tx.emit('filing.extension-asked', { filingId, askedBy: caller.id });
      return this.query.view(tx.manager, filing, caller);
    });
  }

  /**
   * @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, EXTENSION_NEEDS_ANOTHER, EXTENSION_TOO_LATE,
   *   INVALID_TRANSITION
   */
  approve(caller: Caller, filingId: string, extensionId: string): Promise<ExtensionsView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.load.execute(tx, filingId, 'filing.extend');
      const longer = await this.extensions.get(tx, filingId, extensionId);
      await this.end.approve(tx, longer);
      const { askedBy, reason, dueBefore, dueAfter } = longer;
      const after = await this.record.execute(tx, {
        action: 'extend',
        before,
        changes: { dueOn: dueAfter, extendedFrom: dueBefore },
        reason,
        longer,
        event: 'filing.extended',
        payload: { filingId, askedBy, dueOn: dueAfter },
      });
      return this.query.view(tx.manager, after, caller);
    });
  }

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, ENTERED_BY_YOURSELF, EXTENSION_NEEDS_ANOTHER, INVALID_TRANSITION, REASON_REQUIRED */
  decline(caller: Caller, filingId: string, extensionId: string, answer: string): Promise<ExtensionsView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, filingId, 'filing.extend');
      const extension = await this.extensions.get(tx, filingId, extensionId);
      await this.end.decline(tx, filing, extension, toApplicant(answer));
      await tx.emit('filing.extension-declined', { filingId, askedBy: extension.askedBy });
      return this.query.view(tx.manager, filing, caller);
    });
  }
}
