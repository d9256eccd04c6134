import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { hearingOf, type Removal, type RemovalFile } from '../domain/removal';
import { removalProcess } from '../domain/removal.process';
import { assertRoomForFile } from '../domain/removal-rules';
import { RemovalPaperStore } from '../store/removal-paper.store';
import { RemovalStore } from '../store/removal.store';
import { RemovalOffice } from './removal-office';

/** Evidence of the authority, and files of an institution for its statement. */
@Injectable()
export class RemovalFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly removals: RemovalStore,
    private readonly papers: RemovalPaperStore,
    private readonly office: RemovalOffice,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /**
   * By an official it is evidence, by the institution part of what it is going to state.
   * @throws NOT_FOUND, NOT_THE_PARTY, WRONG_DEPARTMENT, WRONG_DISTRICT, REMOVAL_NEEDS_ANOTHER, INVALID_TRANSITION,
   *   TOO_MANY_STATEMENT_FILES, and what FileStore refuses
   */
  async add(caller: Caller, id: string, source: Readable, name: string): Promise<RemovalFile> {
    // Asked first, so that nobody fills the disk for a case that is not theirs.
    await this.work.ask(caller, async (tx) => this.requireOpen(tx, await this.removals.get(tx.manager, id)));
    return this.files.receive(caller, source, name, (file) =>
      this.work.run(caller, async (tx) => {
        const removal = await this.removals.getForUpdate(tx, id);
        const purpose = await this.requireOpen(tx, removal);
        await this.files.record(tx, file);
        const added = await this.papers.insertFile(tx, id, purpose, file);
        await this.audit.append(tx, {
          action: purpose === 'EVIDENCE' ? 'removal.evidence-added' : 'removal.statement-file-added',
          subjectType: 'removal',
          subjectId: id,
          district: removal.district,
          detail: { evidenceId: file.id, sm3: file.sm3 },
        });
        return added;
      }),
    );
  }

  /** Officials read evidence and what a statement names; the institution what it uploaded itself. @throws NOT_FOUND */
  async read(
    caller: Caller,
    id: string,
    fileId: string,
  ): Promise<{ readonly file: RemovalFile; readonly content: Readable }> {
    const file = await this.work.read(caller, async (manager) => {
      const removal = await this.removals.get(manager, id);
      const all = await this.papers.files(manager, id);
      const found = all.find((each) => each.id === fileId);
      if (!found || !caller.permissions.has('removal.read'))
        return found?.uploadedBy === caller.id ? found : undefined;
      if (!(await this.office.isInCharge(caller, removal))) return undefined;
      if (found.purpose === 'EVIDENCE') return found;
      const said = await this.papers.statements(manager, id);
      return said.some(({ fileIds }) => fileIds.includes(fileId)) ? found : undefined;
    });
    if (!file) throw refuse('NOT_FOUND');
    return { file, content: await this.files.read(file.sm3) };
  }

  /** For what the caller's file counts, while the case is open to it. */
  private async requireOpen(tx: Tx, removal: Removal): Promise<RemovalFile['purpose']> {
    const { caller } = tx;
    const isOfficial = caller.permissions.has('removal.manage');
    if (isOfficial) await this.office.require(tx, removal);
    else {
      if (removal.partyId !== caller.id) throw refuse('NOT_THE_PARTY');
    }
    removalProcess.apply(removal.status, isOfficial ? 'drop' : 'state', hearingOf(removal), {
      on: dateInShanghai(tx.at),
      reason: 'asked for the state alone',
    });
    const own = (await this.papers.files(tx.manager, removal.id)).filter(
      ({ uploadedBy }) => uploadedBy === caller.id,
    );
    assertRoomForFile(own);
    return isOfficial ? 'EVIDENCE' : 'STATEMENT';
  }
}
