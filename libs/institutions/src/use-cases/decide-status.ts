import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import {
  INSTITUTION_STATUS_LABELS,
  refuse,
  STATUS_ACTION_LABELS,
  type Prolonged,
  type StatusAction,
} from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Institution } from '../domain/institution';
import { institutionProcess, mayStep, type InstitutionAction } from '../domain/institution.process';
import { InstitutionStore } from '../store/institution.store';
import { StatusStepStore, type StatusStep, type StepCause } from '../store/status-step.store';

/** What was accepted: that the service stops, goes on or ends, from a day on. */
export interface StatusDecision {
  readonly institutionId: string;
  readonly action: StatusAction;
  readonly effectiveOn: PlainDate;
  readonly filingId: string;
  /** Of a suspension, and of what prolongs it: when the service is expected to go on (预计恢复服务日). */
  readonly expectedUntil: PlainDate | null;
}

interface DecidedStep {
  readonly action: InstitutionAction;
  readonly effectiveOn: PlainDate;
  readonly expectedUntil?: PlainDate | null;
}

/** Commands of the hub for suspension, its prolonging, resumption and closure (暂停、延长暂停、恢复、终止), each in the transaction of its act. */
@Injectable()
export class DecideStatus {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly steps: StatusStepStore,
    private readonly audit: AuditLog,
  ) {}

  /** Whether the institution can take this step now. @throws FILING_REMOVED, NOT_FOR_THIS_STATE, STEP_PENDING, STEP_HELD */
  async require(tx: Tx, { id, status, filingEndedAs }: Institution, action: StatusAction): Promise<void> {
    if (status !== 'CLOSED' && filingEndedAs !== null) throw refuse('FILING_REMOVED');
    if (!mayStep(status, action)) {
      throw refuse('NOT_FOR_THIS_STATE', {
        status: INSTITUTION_STATUS_LABELS[status],
        type: STATUS_ACTION_LABELS[action],
      });
    }
    await this.requireNonePending(tx, id);
  }

  private async requireNonePending(tx: Tx, institutionId: string): Promise<void> {
    const pending = await this.steps.findPending(tx.manager, institutionId);
    if (pending !== null) throw refuse(pending.held ? 'STEP_HELD' : 'STEP_PENDING');
  }

  /** The suspension that a further one would prolong (延长暂停); null of an institution that is not suspended. */
  async prolonged(tx: Tx, { id, status }: Pick<Institution, 'id' | 'status'>): Promise<Prolonged | null> {
    return status === 'SUSPENDED' ? this.steps.suspension(tx.manager, id) : null;
  }

  /** What is decided comes into force on its day; one that has come already, at once. @throws what `require` throws */
  async execute(
    tx: Tx,
    { institutionId, action, effectiveOn, filingId, expectedUntil }: StatusDecision,
  ): Promise<Institution> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    await this.require(tx, institution, action);
    await this.enter(tx, institution, { action, effectiveOn, expectedUntil }, { filingId });
    return institution;
  }

  /**
   * The step as it is decided.
   * @throws INVALID_TRANSITION, STEP_PENDING, STEP_HELD
   */
  async enter(
    tx: Tx,
    institution: Institution,
    { action, effectiveOn, expectedUntil = null }: DecidedStep,
    cause: StepCause,
  ): Promise<void> {
    const institutionId = institution.id;
    await this.requireNonePending(tx, institutionId);
    const { from, to } = institutionProcess.apply(institution.status, action);
    const step: StatusStep = { id: tx.newId(), institutionId, action, from, to, effectiveOn, expectedUntil };
    await this.steps.insert(tx, step, cause);
    await this.audit.append(tx, {
      action: action === 'prolong' ? 'institution.suspension-prolonged' : 'institution.status-decided',
      subjectType: 'institution',
      subjectId: institutionId,
      district: institution.district,
      detail: { from, to, effectiveOn, ...(expectedUntil !== null && { expectedUntil }) },
    });
    if (effectiveOn <= dateInShanghai(tx.at)) await this.apply(tx, step);
  }

  /** Brings a step into force. */
  async apply(tx: Tx, { id, institutionId, action, effectiveOn }: StatusStep): Promise<void> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    const { from, to } = institutionProcess.apply(institution.status, action);
    await this.institutions.saveStatus(tx, institutionId, to);
    await this.steps.markApplied(tx, id);
    // What prolongs changes no state: that it was decided is all there is to say.
    if (action !== 'prolong')
      await this.audit.append(tx, {
        action: 'institution.status-changed',
        subjectType: 'institution',
        subjectId: institutionId,
        district: institution.district,
        detail: { from, to, effectiveOn },
      });
    await tx.emit('institution.changed', { institutionId, district: institution.district });
  }
}
