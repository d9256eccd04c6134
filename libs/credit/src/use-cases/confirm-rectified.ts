import { Injectable } from '@nestjs/common';
import { LEAD_DEPARTMENT, refuse, type Caller } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai } from '@zhaoguan/kernel';
import { InstitutionStore } from '@zhaoguan/institutions';
import { UnitOfWork } from '@zhaoguan/platform';
import { forces } from '../domain/grade';
import { CreditStore } from '../store/credit.store';
import { ComputeGrade } from './compute-grade';
import { CreditAuthority } from './credit-authority';
import { CreditQuery, type CreditView } from './credit.query';

/** An official confirms that a veto item (重大问题) was put right (整改合格): it holds the grade down no longer. */
@Injectable()
export class ConfirmRectified {
  constructor(
    private readonly work: UnitOfWork,
    private readonly store: CreditStore,
    private readonly institutions: InstitutionStore,
    private readonly authority: CreditAuthority,
    private readonly compute: ComputeGrade,
    private readonly audit: AuditLog,
    private readonly query: CreditQuery,
  ) {}

  /** @throws NOT_FOUND also for another department; WRONG_DISTRICT, OWN_INSPECTION, NOTHING_TO_LIFT */
  execute(caller: Caller, institutionId: string, eventId: string, note: string): Promise<CreditView> {
    return this.work.run(caller, async (tx) => {
      const account = await this.store.lockAccount(tx, institutionId);
      const lines = account ? await this.store.lines(tx.manager, institutionId) : [];
      const line = lines.find((candidate) => candidate.id === eventId);
      const institution = await this.institutions.findById(tx.manager, institutionId);
      if (!account || !line || !institution) throw refuse('NOT_FOUND');
      if (!caller.departments.includes(LEAD_DEPARTMENT[account.kind])) throw refuse('NOT_FOUND');
      await this.authority.requireResponsible(caller, institution);
      if (await this.store.isOwnInspection(tx, line.sourceId, caller.id)) throw refuse('OWN_INSPECTION');
      if (!forces(line, dateInShanghai(tx.at))) throw refuse('NOTHING_TO_LIFT');
      await this.store.lift(tx, account, eventId, note);
      await this.audit.append(tx, {
        action: 'credit.rectification-confirmed',
        subjectType: 'institution',
        subjectId: institutionId,
        district: account.district,
        detail: { eventId },
      });
      await this.compute.execute(tx, account, `整改合格：${line.text}`);
      return this.query.view(tx.manager, institutionId, dateInShanghai(tx.at));
    });
  }
}
