import { Injectable } from '@nestjs/common';
import { OfficialStore } from '@zhaoguan/access';
import { LEAD_DEPARTMENT, type Permission } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import { handledAbove, isHandled, whyAbove } from '../domain/handled-above';
import { FollowUpStore, type OpenFollowUp } from '../store/follow-up.store';
import { FeedbackReference } from './feedback-reference';

/**
 * A bad rating that nobody of its own office may follow up goes to the office above, and waits there with the same term; where nobody is
 * above either, the administrators of the office are told at once, and its page and its applicant read so.
 */
@Injectable()
export class RaiseFollowUps {
  constructor(
    private readonly followUps: FollowUpStore,
    private readonly officials: OfficialStore,
    private readonly reference: FeedbackReference,
  ) {}

  /** @param id of one; without it all that are open are looked at: people leave, and roles are taken from them */
  async execute(tx: Tx, id?: string): Promise<void> {
    const places = await this.reference.places();
    for (const followUp of await this.followUps.openForUpdate(tx, id)) {
      const holders = await this.holdersOf(tx, 'rating.follow-up', followUp);
      const apart = await this.apartFrom(tx, followUp);
      const place = handledAbove(followUp, holders, apart, places);
      const why = place === null ? null : whyAbove(followUp, holders, apart, places);
      if (place !== followUp.raisedTo || why !== followUp.raisedFor)
        await this.followUps.raise(tx, followUp.id, place, why);
      await this.note(tx, followUp, !isHandled(followUp, holders, apart, places));
    }
  }

  private async note(tx: Tx, { id, unattended }: OpenFollowUp, isSo: boolean): Promise<void> {
    if (isSo === unattended) return;
    await this.followUps.noteUnattended(tx, id, isSo);
    if (isSo) await tx.emit('rating-follow-up.unattended', { followUpId: id });
  }

  /** Who does not see it: who has had a hand in the filing and, until that is decided, whoever may decide it. */
  private async apartFrom(tx: Tx, followUp: OpenFollowUp): Promise<readonly string[]> {
    if (!followUp.undecided) return followUp.hands;
    const deciders = await this.holdersOf(tx, 'filing.accept', followUp);
    return [...followUp.hands, ...deciders.map(({ id }) => id)];
  }

  private holdersOf(tx: Tx, permission: Permission, { kind, district, township }: OpenFollowUp) {
    return this.officials.holders(tx.manager, {
      permission,
      districts: [township ?? district],
      department: LEAD_DEPARTMENT[kind],
    });
  }
}
