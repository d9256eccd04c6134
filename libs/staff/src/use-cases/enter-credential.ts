import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { assertAsked, assertInPost, credentialOf, type NewCredential } from '../domain/member';
import { CredentialStore } from '../store/credential.store';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';
import { placeOf, StaffRules } from './staff-rules';
import { readerOf, StaffViews, type MemberView } from './staff-views';

/** What somebody has shown for the post is entered, with a scan where there is one. Nothing is changed afterwards: a newer one is. */
@Injectable()
export class EnterCredential {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly credentials: CredentialStore,
    private readonly room: StaffRoom,
    private readonly rules: StaffRules,
    private readonly views: StaffViews,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, STAFF_HAS_LEFT, STAFF_DAY_WRONG, UNKNOWN_STAFF_REQUIREMENT, UNKNOWN_STAFF_ALTERNATIVE, UNKNOWN_STAFF_FILE */
  execute(caller: Caller, memberId: string, input: NewCredential): Promise<MemberView> {
    return this.work.run(caller, async (tx) => {
      const member = await this.staff.getForUpdate(tx, memberId);
      const institution = await this.room.requireOwn(tx, member.institutionId);
      assertInPost(member);
      const { type, fileId } = input;
      const place = placeOf(institution);
      assertAsked(input, await this.rules.requirements(place, member.post));
      if (fileId !== null) await this.requireFile(tx, memberId, fileId);
      const months = await this.rules.monthsOf(type, place);
      const entered = credentialOf(input, months, dateInShanghai(tx.at));
      await this.credentials.insert(tx, memberId, entered);
      await tx.enqueue('staff.watch-institution', { institutionId: institution.id });
      await this.audit.append(tx, {
        action: 'staff.credential-entered',
        subjectType: 'staff',
        subjectId: memberId,
        district: institution.district,
        detail: { institutionId: institution.id, credential: type, until: entered.validUntil },
      });
      return this.views.full(tx.manager, member, readerOf(institution, true));
    });
  }

  private async requireFile(tx: Tx, memberId: string, fileId: string): Promise<void> {
    const files = await this.credentials.files(tx.manager, memberId);
    const shown = await this.credentials.ofMembers(tx.manager, [memberId]);
    if (!files.some(({ id }) => id === fileId) || shown.some((each) => each.fileId === fileId))
      throw refuse('UNKNOWN_STAFF_FILE', {}, [{ pointer: '/fileId', code: 'UNKNOWN_STAFF_FILE' }]);
  }
}
