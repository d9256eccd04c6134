import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type InstitutionStatus } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { InstitutionStore } from '../store/institution.store';
import type { Institution } from '../domain/institution';
import { fallsWithLicence } from '../domain/institution.process';
import { StatusStepStore, type PendingStep } from '../store/status-step.store';
import { DecideStatus } from './decide-status';

/**
 * Commands of the hub for a step that is not in force yet (暂停、恢复、终止) and is asked to be taken back (撤回): it is held until that is
 * answered. The step is locked before its institution, as the job does that brings steps into force.
 */
@Injectable()
export class RetractStep {
  constructor(
    private readonly steps: StatusStepStore,
    private readonly institutions: InstitutionStore,
    private readonly status: DecideStatus,
    private readonly audit: AuditLog,
  ) {}

  /** The step that follows from the filing, as long as its day has not come, or it is held; null otherwise. */
  async find(tx: Pick<Tx, 'manager' | 'at'>, filingId: string): Promise<PendingStep | null> {
    const step = await this.steps.pendingOf(tx.manager, filingId);
    return step !== null && (step.held || step.effectiveOn > dateInShanghai(tx.at)) ? step : null;
  }

  /** Until it is answered the step does not come into force. @throws RETRACTION_TOO_LATE */
  async hold(tx: Tx, filingId: string): Promise<PendingStep> {
    const step = await this.steps.pendingForUpdate(tx, filingId);
    if (step === null || step.effectiveOn <= dateInShanghai(tx.at)) throw refuse('RETRACTION_TOO_LATE');
    await this.steps.markHeld(tx, step.id, true);
    return step;
  }

  /** It stays as it was decided: on its day, or at once where that has come meanwhile, it comes into force. */
  async release(tx: Tx, filingId: string): Promise<void> {
    const step = await this.heldStep(tx, filingId);
    // Beyond its day it stays marked: the public reads from which day on it does hold.
    if (step.effectiveOn <= dateInShanghai(tx.at)) await this.status.apply(tx, step);
    else await this.steps.markHeld(tx, step.id, false);
  }

  /** It never comes into force. @returns the state in which the institution stays */
  async retract(tx: Tx, filingId: string): Promise<InstitutionStatus> {
    return this.end(tx, await this.heldStep(tx, filingId));
  }

  /** The end (终止) of what is filed that falls with the licence in its place, as long as it is not in force; null where none waits. */
  async fallingWithLicence(
    manager: Tx['manager'],
    held: Pick<Institution, 'id' | 'regime'>,
  ): Promise<PendingStep | null> {
    const pending = await this.steps.findPending(manager, held.id);
    return pending !== null && fallsWithLicence(held, pending) ? pending : null;
  }

  /** The site is filed anew: what waits of the filing before never comes into force. @returns the filing that it follows from; null where none waits */
  async supersede(tx: Tx, institutionId: string): Promise<string | null> {
    const pending = await this.steps.findPending(tx.manager, institutionId);
    const filingId = pending?.filingId ?? null;
    if (filingId === null) return null;
    const step = await this.steps.pendingForUpdate(tx, filingId);
    if (step !== null) await this.end(tx, step);
    return filingId;
  }

  private async end(tx: Tx, step: PendingStep): Promise<InstitutionStatus> {
    await this.steps.markRetracted(tx, step.id);
    const { status, district } = await this.institutions.getForUpdate(tx, step.institutionId);
    await this.audit.append(tx, {
      action: 'institution.status-retracted',
      subjectType: 'institution',
      subjectId: step.institutionId,
      district,
      detail: { from: step.from, to: step.to, effectiveOn: step.effectiveOn },
    });
    await tx.emit('institution.changed', { institutionId: step.institutionId, district });
    return status;
  }

  private async heldStep(tx: Tx, filingId: string): Promise<PendingStep> {
    const step = await this.steps.pendingForUpdate(tx, filingId);
    if (!step?.held) throw new Error(`no step of the filing ${filingId} is held`);
    return step;
  }
}
