import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { assertInPost, MOST_FILES } from '../domain/member';
import { CredentialStore, type StaffFile } from '../store/credential.store';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';

/** Scans of credentials. None is removed: what was shown stays shown. */
@Injectable()
export class StaffFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly credentials: CredentialStore,
    private readonly room: StaffRoom,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, STAFF_HAS_LEFT, TOO_MANY_STAFF_FILES, and what FileStore refuses */
  async add(caller: Caller, memberId: string, source: Readable, name: string): Promise<StaffFile> {
    // Asked first, so that nobody fills the disk for somebody who is not theirs.
    await this.work.ask(caller, (tx) => this.requirePlace(tx, memberId));
    return this.files.receive(caller, source, name, (file) =>
      this.work.run(caller, async (tx) => {
        const { id: institutionId, district } = await this.requirePlace(tx, memberId);
        await this.files.record(tx, file);
        const added = await this.credentials.insertFile(tx, memberId, file);
        await this.audit.append(tx, {
          action: 'staff.file-added',
          subjectType: 'staff',
          subjectId: memberId,
          district,
          detail: { institutionId, evidenceId: file.id, sm3: file.sm3 },
        });
        return added;
      }),
    );
  }

  /**
   * A scan shows whom it is about: an official opens it where the names of the register are theirs to read, and leaves a trace.
   * @throws NOT_FOUND, FORBIDDEN, WRONG_DISTRICT
   */
  async read(
    caller: Caller,
    memberId: string,
    fileId: string,
  ): Promise<{ readonly file: StaffFile; readonly content: Readable }> {
    const file = await this.work.run(caller, async (tx) => {
      const { institutionId } = await this.staff.get(tx.manager, memberId);
      const { institution, isOwn } = await this.room.requireReader(tx.manager, caller, institutionId);
      const found = (await this.credentials.files(tx.manager, memberId)).find(({ id }) => id === fileId);
      if (!found) throw refuse('NOT_FOUND');
      if (!isOwn) await this.room.requireNames(caller, institution);
      if (!isOwn)
        await this.audit.append(tx, {
          action: 'staff.file-opened',
          subjectType: 'staff',
          subjectId: memberId,
          district: institution.district,
          detail: { institutionId, evidenceId: fileId },
        });
      return found;
    });
    return { file, content: await this.files.read(file.sm3) };
  }

  private async requirePlace(tx: Tx, memberId: string) {
    const member = await this.staff.getForUpdate(tx, memberId);
    const institution = await this.room.requireOwn(tx, member.institutionId);
    assertInPost(member);
    if ((await this.credentials.files(tx.manager, memberId)).length >= MOST_FILES)
      throw refuse('TOO_MANY_STAFF_FILES', { most: MOST_FILES });
    return institution;
  }
}
