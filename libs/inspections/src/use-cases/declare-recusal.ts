import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditAction, type AuditDetail, type Caller } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireOwnOrKeeper, type Recusal } from '../domain/inspector';
import { InspectorStore } from '../store/inspector.store';

/**
 * Declares a recusal (回避) or ends it by a new record. Inspectors declare their own; those who keep the directory, any.
 * @law 行政处罚法第四十三条：执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避
 */
@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inspectors: InspectorStore,
    private readonly institutions: InstitutionStore,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, UNKNOWN_INSTITUTION, ALREADY_RECUSED */
  declare(caller: Caller, inspectorId: string, institutionId: string, reason: string): Promise<Recusal> {
    return this.work.run(caller, async (tx) => {
      const inspector = await this.inspectors.get(tx.manager, inspectorId);
      requireOwnOrKeeper(caller, inspector);
      if (!(await this.institutions.findById(tx.manager, institutionId))) {
        throw refuse('UNKNOWN_INSTITUTION', {}, [{ pointer: '/institutionId', code: 'UNKNOWN_INSTITUTION' }]);
      }
      if (await this.inspectors.isRecused(tx, inspectorId, institutionId)) throw refuse('ALREADY_RECUSED');
      const recusal = await this.inspectors.insertRecusal(tx, {
        inspectorId,
        institutionId,
        reason,
        revokes: null,
      });
      await this.log(tx, 'recusal.declared', inspectorId, { recusalId: recusal.id, institutionId });
      return recusal;
    });
  }

  /** @throws NOT_FOUND, FORBIDDEN, ALREADY_REVOKED */
  revoke(caller: Caller, inspectorId: string, recusalId: string, reason: string): Promise<Recusal> {
    return this.work.run(caller, async (tx) => {
      const inspector = await this.inspectors.get(tx.manager, inspectorId);
      // Whoever may not be sent there must not be able to lift that alone.
      if (!caller.permissions.has('inspector.manage') || inspector.personId === caller.id)
        throw refuse('FORBIDDEN');
      const recusal = await this.inspectors.getRecusal(tx, inspectorId, recusalId);
      if (recusal.revokedAt) throw refuse('ALREADY_REVOKED');
      const { institutionId } = recusal;
      await this.inspectors.insertRecusal(tx, { inspectorId, institutionId, reason, revokes: recusalId });
      await this.log(tx, 'recusal.revoked', inspectorId, { recusalId, institutionId });
      return { ...recusal, revokedAt: tx.at };
    });
  }

  private log(tx: Tx, action: AuditAction, inspectorId: string, detail: AuditDetail): Promise<void> {
    return this.audit.append(tx, { action, subjectType: 'inspector', subjectId: inspectorId, detail });
  }
}
