import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { SYSTEM_ID, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork, type Page, type Tx } from '@zhaoguan/platform';
import {
  ASSIGNMENT_LABELS,
  assignmentActions,
  isOpenCase,
  TO_DECIDE,
  type AssignmentAct,
  type AssignmentAction,
} from '../domain/assignment';
import { requireRight, type Filing } from '../domain/filing';
import { heldBackFrom, type HeldBack } from '../domain/held-back';
import { placeOf } from '../domain/filing-authority';
import { AssignmentStore } from '../store/assignment.store';
import { FilingStore } from '../store/filing.store';
import type { Colleague } from './colleagues';
import { Deciders } from './deciders';
import { FilingReference } from './filing-reference';

/** One step of a case from one official to another, in words. */
export interface AssignmentLine {
  readonly seq: number;
  readonly act: AssignmentAct;
  readonly label: string;
  readonly actorName: string | null;
  /** Who conducts it from then on. */
  readonly assigneeName: string | null;
  readonly note: string | null;
  readonly at: Date;
}

/** Who conducts a case (承办人), and how it came to them. */
export interface AssignmentView {
  readonly holder: { readonly id: string; readonly name: string; readonly since: Date } | null;
  readonly mine: boolean;
  readonly availableActions: readonly AssignmentAction[];
  readonly steps: readonly AssignmentLine[];
  /** Why the reader, whose office decides such cases, does not conduct this one; null where nothing keeps them from it. */
  readonly heldBack: HeldBack | null;
  /** Nobody of the authority may conduct it. */
  readonly unattended: boolean;
}

@Injectable()
export class GetAssignment {
  constructor(
    private readonly work: UnitOfWork,
    private readonly filings: FilingStore,
    private readonly assignments: AssignmentStore,
    private readonly people: PersonStore,
    private readonly deciders: Deciders,
    private readonly reference: FilingReference,
  ) {}

  /** @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT */
  execute(caller: Caller, id: string): Promise<AssignmentView> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.assign');
      await this.reference.requireResponsible(caller, placeOf(filing));
      return this.view(manager, filing, caller);
    });
  }

  /** Colleagues to whom the case can be given. @throws NOT_FOUND, WRONG_DEPARTMENT, WRONG_DISTRICT */
  assignees(caller: Caller, id: string): Promise<Page<Colleague>> {
    return this.work.read(caller, async (manager) => {
      const filing = await this.filings.get(manager, id);
      requireRight(filing, caller, 'filing.assign');
      await this.reference.requireResponsible(caller, placeOf(filing));
      return { items: await this.deciders.list(manager, filing), nextCursor: null };
    });
  }

  async view(manager: Tx['manager'], filing: Filing, caller: Caller): Promise<AssignmentView> {
    const holder = await this.assignments.holder(manager, filing.id);
    const steps = await this.assignments.list(manager, filing.id);
    const ids = [...steps, ...(holder ? [{ personId: holder.personId, actorId: holder.personId }] : [])];
    const names = await this.people.listNames(manager, [
      ...new Set(ids.flatMap(({ personId, actorId }) => [actorId, ...(personId === null ? [] : [personId])])),
    ]);
    const nameOf = (id: string): string => (id === SYSTEM_ID ? '系统' : (names.get(id) ?? ''));
    return {
      holder: holder && { id: holder.personId, name: nameOf(holder.personId), since: holder.since },
      mine: holder?.personId === caller.id,
      heldBack: caller.permissions.has(TO_DECIDE) ? heldBackFrom(filing, caller.id) : null,
      unattended:
        holder === null && isOpenCase(filing) && (await this.deciders.list(manager, filing)).length === 0,
      availableActions: assignmentActions(filing, holder?.personId ?? null, caller),
      steps: steps.map(({ personId, actorId, ...step }) => ({
        ...step,
        label: ASSIGNMENT_LABELS[step.act],
        actorName: nameOf(actorId),
        assigneeName: personId === null ? null : nameOf(personId),
      })),
    };
  }
}
