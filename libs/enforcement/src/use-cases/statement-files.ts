import type { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai } from '@zhaoguan/kernel';
import { FileStore, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { PenaltyCase, StatementFile } from '../domain/penalty-case';
import { assertRoomForFile } from '../domain/statements';
import { PenaltyCaseStore } from '../store/penalty-case.store';
import { StatementStore } from '../store/statement.store';
import { act, assertDepartment } from './case-act';
import { PartyOfCase } from './party-of-case';

/** Files that a party puts beside its statement (陈述申辩的证据材料). */
@Injectable()
export class StatementFiles {
  constructor(
    private readonly work: UnitOfWork,
    private readonly cases: PenaltyCaseStore,
    private readonly statements: StatementStore,
    private readonly party: PartyOfCase,
    private readonly files: FileStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, NOT_THE_PARTY, INVALID_TRANSITION, TOO_MANY_STATEMENT_FILES, and what FileStore refuses */
  async add(caller: Caller, caseId: string, source: Readable, name: string): Promise<StatementFile> {
    // Asked first, so that nobody fills the disk for a case that is not theirs.
    await this.work.ask(caller, async (tx) => this.requireOpen(tx, await this.cases.get(tx.manager, caseId)));
    return this.files.receive(caller, source, name, (file) =>
      this.work.run(caller, async (tx) => {
        const subject = await this.cases.getForUpdate(tx, caseId);
        await this.requireOpen(tx, subject);
        await this.files.record(tx, file);
        await this.statements.insertFile(tx, caseId, file);
        const { id, sm3, size, mediaType } = file;
        await this.audit.append(tx, {
          action: 'penalty-case.statement-file-added',
          subjectType: 'penalty-case',
          subjectId: caseId,
          district: subject.district,
          detail: { evidenceId: id, sm3 },
        });
        return { id, sm3, size, mediaType, name: file.name, uploadedBy: caller.id, uploadedAt: tx.at };
      }),
    );
  }

  /** For the party, and for officials of the department once a statement names it. @throws NOT_FOUND */
  async read(
    caller: Caller,
    caseId: string,
    fileId: string,
  ): Promise<{ readonly file: StatementFile; readonly content: Readable }> {
    const file = await this.work.read(caller, async (manager) => {
      const subject = await this.cases.get(manager, caseId);
      const isOfficial = caller.permissions.has('case.read');
      if (isOfficial) assertDepartment(caller, subject);
      const said = (await this.statements.list(manager, caseId)).flatMap(({ files }) => files);
      const own = isOfficial ? [] : await this.statements.files(manager, caseId);
      return [...said, ...own].find(({ id }) => id === fileId);
    });
    if (!file) throw refuse('NOT_FOUND');
    return { file, content: await this.files.read(file.sm3) };
  }

  private async requireOpen(tx: Tx, subject: PenaltyCase): Promise<void> {
    if ((await this.party.of(tx.manager, subject)) !== tx.caller.id) throw refuse('NOT_THE_PARTY');
    act(subject, 'state', dateInShanghai(tx.at));
    assertRoomForFile(await this.statements.files(tx.manager, subject.id));
  }
}
