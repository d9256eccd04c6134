import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import { TransitionStore, type Act } from '../store/transition.store';

export interface Subject {
  readonly type: 'draw' | 'task' | 'result';
  readonly id: string;
  readonly districts: readonly string[];
}

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
    action: string,
    detail: Readonly<Record<string, unknown>> = {},
    reason?: string,
  ): Promise<void> {
    const { type, id, districts } = subject;
    await this.transitions.append(tx, type, id, districts, act, reason);
    await this.note(tx, subject, action, { ...detail, ...(reason === undefined ? {} : { reason }) });
  }

  /** In the log only: nothing has changed, e.g. a secret was looked at. */
  async note(
    tx: Tx,
    { type, id, districts }: Subject,
    action: string,
    detail: Readonly<Record<string, unknown>> = {},
  ): Promise<void> {
    const [first, ...others] = districts;
    await this.audit.append(tx, {
      action,
      subjectType: type,
      subjectId: id,
      ...(first !== undefined && others.length === 0 ? { district: first } : {}),
      detail: others.length > 0 ? { ...detail, districts } : detail,
    });
  }
}
