import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Caller } from '@zhaoguan/contracts';
import { guarded } from '@zhaoguan/kernel';
import { assertVersion, UnitOfWork } from '@zhaoguan/platform';
import { followUpProcess, type Handling } from '../domain/follow-up.process';
import { FollowUpStore } from '../store/follow-up.store';
import { FollowUpDesk } from './follow-up-desk';
import { FollowUps, type FollowUpView } from './follow-ups.query';

/** The authority asks the applicant, puts right what was wrong, or finds that nothing was (核实、整改、反馈). */
@Injectable()
export class HandleFollowUp {
  constructor(
    private readonly work: UnitOfWork,
    private readonly followUps: FollowUpStore,
    private readonly desk: FollowUpDesk,
    private readonly audit: AuditLog,
    private readonly views: FollowUps,
  ) {}

  /** @throws NOT_FOUND, WRONG_DISTRICT, VERSION_REQUIRED, STALE_VERSION, INVALID_TRANSITION, REASON_REQUIRED */
  execute(
    caller: Caller,
    id: string,
    action: Handling,
    note: string,
    version?: number,
  ): Promise<FollowUpView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.followUps.getForUpdate(tx, id);
      await this.desk.requireOwn(tx.manager, caller, before);
      assertVersion(version, before.version);
      const transition = followUpProcess.apply(before.status, action, undefined, { reason: note });
      await this.followUps.move(tx, before, transition, { note: guarded(note) ?? note });
      await this.audit.append(tx, {
        action: `rating-follow-up.${action}`,
        subjectType: 'rating-follow-up',
        subjectId: id,
        district: before.district,
        detail: { from: transition.from, to: transition.to },
      });
      if (action !== 'contact') {
        await tx.emit('rating-follow-up.ended', { followUpId: id, district: before.district });
      }
      return this.views.of(tx.manager, caller, id);
    });
  }
}
