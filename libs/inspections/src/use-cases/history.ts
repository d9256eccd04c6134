import { Injectable } from '@nestjs/common';
import { AuditLog, type AuditFacts } from '@zhaoguan/audit';
import type { AuditAction, AuditDetail } from '@zhaoguan/contracts';
import { commonDistrict } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { TransitionStore, type Act, type Subject } from '../store/transition.store';

/** Writes down an act twice: as a row of the subject's history, and in the transparency log. */
@Injectable()
export class History {
  constructor(
    private readonly transitions: TransitionStore,
    private readonly audit: AuditLog,
  ) {}

  /** @param action past tense, e.g. `draw.opened` */
  async record(
    tx: Tx,
    subject: Subject,
    act: Act,
    action: AuditAction,
    detail: AuditDetail = {},
    reason?: string,
  ): Promise<void> {
    await this.recordAll(tx, [subject], act, action, detail, reason);
  }

  /** The same act on many subjects. */
  async recordAll(
    tx: Tx,
    subjects: readonly Subject[],
    act: Act,
    action: AuditAction,
    detail: AuditDetail,
    reason?: string,
  ): Promise<void> {
    await this.transitions.append(tx, subjects, act, reason);
    const whole = { ...detail, ...(reason === undefined ? {} : { reason }) };
    await this.audit.appendAll(
      tx,
      subjects.map((subject) => factsOf(subject, action, whole)),
    );
  }

  /** In the log only: nothing has changed, e.g. a secret was looked at. */
  note(tx: Tx, subject: Subject, action: AuditAction, detail: AuditDetail = {}): Promise<void> {
    return this.noteAll(tx, [subject], action, detail);
  }

  /** The same of many subjects. */
  async noteAll(
    tx: Tx,
    subjects: readonly Subject[],
    action: AuditAction,
    detail: AuditDetail = {},
  ): Promise<void> {
    await this.audit.appendAll(
      tx,
      subjects.map((subject) => factsOf(subject, action, detail)),
    );
  }
}

function factsOf({ type, id, districts }: Subject, action: AuditAction, detail: AuditDetail): AuditFacts {
  return {
    action,
    subjectType: type,
    subjectId: id,
    // Several districts: whoever is responsible for all of them reads it.
    district: commonDistrict(districts),
    detail: districts.length > 1 ? { ...detail, districts } : detail,
  };
}
