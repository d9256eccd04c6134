import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditDetail, type Caller } from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { assertVersionIfGiven, UnitOfWork, type Tx } from '@zhaoguan/platform';
import {
  assertInPost,
  assertMember,
  leave,
  MOST_STAFF,
  type MemberFacts,
  type StaffMember,
} from '../domain/member';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';
import { placeOf } from './staff-rules';
import { readerOf, StaffViews, type MemberView } from './staff-views';

type Change = (before: StaffMember, tx: Tx, institution: Institution) => StaffMember;

/** The operator keeps the register of its institution: who comes, what was wrong, who leaves. */
@Injectable()
export class KeepStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly room: StaffRoom,
    private readonly views: StaffViews,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, POST_NOT_OF_KIND, STAFF_DAY_WRONG, DUPLICATE_STAFF, STAFF_LIMIT */
  add(caller: Caller, institutionId: string, facts: MemberFacts): Promise<MemberView> {
    return this.work.run(caller, async (tx) => {
      const institution = await this.room.requireOwn(tx, institutionId);
      assertMember(facts, { ...placeOf(institution), on: dateInShanghai(tx.at) });
      if ((await this.staff.countInPost(tx.manager, institutionId)) >= MOST_STAFF)
        throw refuse('STAFF_LIMIT', { most: MOST_STAFF });
      const member = await this.staff.insert(tx, institutionId, facts);
      await this.record(tx, 'staff.added', member, institution, { post: facts.post });
      return this.views.full(tx.manager, member, readerOf(institution, true));
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION, STAFF_HAS_LEFT, POST_NOT_OF_KIND, STAFF_DAY_WRONG, DUPLICATE_STAFF */
  correct(caller: Caller, id: string, facts: MemberFacts, version?: number): Promise<MemberView> {
    return this.change(caller, id, version, 'staff.corrected', (before, tx, institution) => {
      assertInPost(before);
      assertMember(facts, { ...placeOf(institution), on: dateInShanghai(tx.at) });
      return { ...before, ...facts };
    });
  }

  /** @throws NOT_FOUND, STALE_VERSION, STAFF_HAS_LEFT, STAFF_DAY_WRONG */
  leave(caller: Caller, id: string, leftOn: PlainDate, version?: number): Promise<MemberView> {
    return this.change(caller, id, version, 'staff.left', (before, tx) =>
      leave(before, leftOn, dateInShanghai(tx.at)),
    );
  }

  private change(
    caller: Caller,
    id: string,
    version: number | undefined,
    action: 'staff.corrected' | 'staff.left',
    to: Change,
  ): Promise<MemberView> {
    return this.work.run(caller, async (tx) => {
      const before = await this.staff.getForUpdate(tx, id);
      const institution = await this.room.requireOwn(tx, before.institutionId);
      assertVersionIfGiven(version, before.version);
      const wanted = to(before, tx, institution);
      const changed = (['name', 'post', 'employedOn', 'leftOn'] as const).filter(
        (field) => before[field] !== wanted[field],
      );
      const after = await this.staff.save(tx, wanted);
      await tx.enqueue('staff.watch-institution', { institutionId: institution.id });
      await this.record(tx, action, after, institution, { changed });
      return this.views.full(tx.manager, after, readerOf(institution, true));
    });
  }

  /** The log names nobody: the person is the subject, by id. */
  private async record(
    tx: Tx,
    action: 'staff.added' | 'staff.corrected' | 'staff.left',
    { id }: StaffMember,
    { id: institutionId, district }: Institution,
    detail: AuditDetail,
  ): Promise<void> {
    await this.audit.append(tx, {
      action,
      subjectType: 'staff',
      subjectId: id,
      district,
      detail: { institutionId, ...detail },
    });
  }
}
