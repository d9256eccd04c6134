import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { assign, release, requireOpenCase, take, TO_DECIDE, type Assignment } from '../domain/assignment';
import { hasAdvised, isMadeBy, type Filing } from '../domain/filing';
import { AssignmentStore } from '../store/assignment.store';
import { Deciders } from './deciders';
import { GetAssignment, type AssignmentView } from './get-assignment.query';
import { requireInUse } from './hold-case';
import { LoadForDecision } from './load-for-decision';

/** Taking, giving, handing over and laying down a case (领取、分派、移交、退回待分派). */
@Injectable()
export class AssignCase {
  constructor(
    private readonly work: UnitOfWork,
    private readonly load: LoadForDecision,
    private readonly assignments: AssignmentStore,
    private readonly people: PersonStore,
    private readonly deciders: Deciders,
    private readonly audit: AuditLog,
    private readonly query: GetAssignment,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT, CASE_NOT_OPEN, FORBIDDEN to who decides none, NOT_SIGNED_IN, ENTERED_BY_YOURSELF, ADVISED_BY_YOURSELF */
  take(caller: Caller, id: string, note?: string): Promise<AssignmentView> {
    return this.act(caller, id, async (tx, filing, holder) => {
      if (!caller.permissions.has(TO_DECIDE)) throw refuse('FORBIDDEN');
      if (hasAdvised(filing, caller.id)) throw refuse('ADVISED_BY_YOURSELF');
      await requireInUse(tx, this.people);
      return take(holder, caller.id, wordsOf(note));
    });
  }

  /** @throws what `take` throws, and ASSIGNEE_CANNOT_DECIDE, ASSIGNEE_UNCHANGED, REASON_REQUIRED */
  assign(caller: Caller, id: string, personId: string, note?: string): Promise<AssignmentView> {
    return this.act(caller, id, async (tx, filing, holder) => {
      // Else a case came to an account that was being taken out of use after its cases had been put back, and stayed there.
      const person = await this.people.findForShare(tx, personId);
      if (!(await this.deciders.may(person, filing))) {
        throw refuse('ASSIGNEE_CANNOT_DECIDE', {}, [
          { pointer: '/personId', code: 'ASSIGNEE_CANNOT_DECIDE', message: '请选择可以办理本件的人员' },
        ]);
      }
      if (personId === caller.id) return take(holder, caller.id, wordsOf(note));
      return assign(holder, personId, wordsOf(note));
    });
  }

  /** @throws what `take` throws, and CASE_UNASSIGNED, REASON_REQUIRED */
  release(caller: Caller, id: string, note: string): Promise<AssignmentView> {
    return this.act(caller, id, (_tx, _filing, holder) => Promise.resolve(release(holder, wordsOf(note))));
  }

  private act(
    caller: Caller,
    id: string,
    step: (tx: Tx, filing: Filing, holder: string | null) => Promise<Assignment | null>,
  ): Promise<AssignmentView> {
    return this.work.run(caller, async (tx) => {
      const filing = await this.load.execute(tx, id, 'filing.assign');
      requireOpenCase(filing);
      if (isMadeBy(filing, caller.id)) throw refuse('ENTERED_BY_YOURSELF');
      const holder = (await this.assignments.holder(tx.manager, id))?.personId ?? null;
      const taken = await step(tx, filing, holder);
      if (taken !== null) await this.record(tx, filing, taken, holder);
      return this.query.view(tx.manager, filing, caller);
    });
  }

  private async record(
    tx: Tx,
    { id, application: { district } }: Filing,
    step: Assignment,
    from: string | null,
  ): Promise<void> {
    await this.assignments.append(tx, id, step);
    await tx.emit('filing.case-moved', { filingId: id });
    await this.audit.append(tx, {
      action: step.personId === null ? 'filing.released' : 'filing.assigned',
      subjectType: 'filing',
      subjectId: id,
      district,
      detail: { assigneeId: step.personId ?? from },
    });
    if (step.personId !== null && step.personId !== tx.caller.id) {
      await tx.emit('filing.assigned', { filingId: id, personId: step.personId });
    }
    if (from !== null && from !== tx.caller.id) {
      await tx.emit('filing.taken-away', { filingId: id, personId: from });
    }
  }
}

const wordsOf = (note: string | undefined): string | null => note?.trim() || null;
