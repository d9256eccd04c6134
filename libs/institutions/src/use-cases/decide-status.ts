import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import {
  FILING_OF_STATUS_ACTION,
  FILING_TYPE_LABELS,
  INSTITUTION_STATUS_LABELS,
  refuse,
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
  /** Of a suspension: when the service is expected to go on (预计恢复服务日). */
  readonly expectedUntil: PlainDate | null;
}

interface DecidedStep {
  readonly action: InstitutionAction;
  readonly effectiveOn: PlainDate;
  readonly expectedUntil?: PlainDate | null;
}

/** Commands of the hub for suspension, resumption and closure (暂停、恢复、终止), each in the transaction of its act. */
@Injectable()
export class DecideStatus {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly steps: StatusStepStore,
    private readonly audit: AuditLog,
  ) {}

  /** Whether the institution can take this step now. @throws FILING_REMOVED, NOT_FOR_THIS_STATE, STEP_PENDING */
  async require(tx: Tx, { id, status, filingEndedAs }: Institution, action: StatusAction): Promise<void> {
    if (status !== 'CLOSED' && filingEndedAs !== null) throw refuse('FILING_REMOVED');
    if (!mayStep(status, action)) {
      throw refuse('NOT_FOR_THIS_STATE', {
        status: INSTITUTION_STATUS_LABELS[status],
        type: FILING_TYPE_LABELS[FILING_OF_STATUS_ACTION[action]],
      });
    }
    if ((await this.steps.findPending(tx.manager, id)) !== null) throw refuse('STEP_PENDING');
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
   * @throws INVALID_TRANSITION, STEP_PENDING
   */
  async enter(
    tx: Tx,
    institution: Institution,
    { action, effectiveOn, expectedUntil = null }: DecidedStep,
    cause: StepCause,
  ): Promise<void> {
    const institutionId = institution.id;
    const { from, to } = institutionProcess.apply(institution.status, action);
    const step: StatusStep = { id: tx.newId(), institutionId, action, from, to, effectiveOn, expectedUntil };
    await this.steps.insert(tx, step, cause);
    await this.audit.append(tx, {
      action: 'institution.status-decided',
      subjectType: 'institution',
      subjectId: institutionId,
      district: institution.district,
      detail: { from, to, effectiveOn },
    });
    if (effectiveOn <= dateInShanghai(tx.at)) await this.apply(tx, step);
  }

  /** Brings a step into force. */
  async apply(tx: Tx, { id, institutionId, action, effectiveOn }: StatusStep): Promise<void> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    const { from, to } = institutionProcess.apply(institution.status, action);
    await this.institutions.saveStatus(tx, institutionId, to);
    await this.steps.markApplied(tx, id);
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
