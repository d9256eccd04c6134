import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type AuditAction, type AuditDetail, type Caller } from '@zhaoguan/contracts';
import { InstitutionStore } from '@zhaoguan/institutions';
import { UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireKeeper, requireOwnOrKeeper, type Recusal } from '../domain/inspector';
import { InspectorStore } from '../store/inspector.store';
import { Authority } from './authority';

/**
 * Declares a recusal (回避) or ends it by a new record. Inspectors declare their own; those who keep the directory of the
 * department, any at the institutions of their district, but only who keeps the entry itself lifts them. It binds the
 * person, whatever entry follows.
 * @law 行政处罚法第四十三条：执法人员与案件有直接利害关系或者有其他关系可能影响公正执法的，应当回避
 */
@Injectable()
export class DeclareRecusal {
  constructor(
    private readonly work: UnitOfWork,
    private readonly inspectors: InspectorStore,
    private readonly institutions: InstitutionStore,
    private readonly authority: Authority,
    private readonly audit: AuditLog,
  ) {}

  /** @throws NOT_FOUND, FORBIDDEN, WRONG_DEPARTMENT, UNKNOWN_INSTITUTION, ALREADY_RECUSED */
  declare(caller: Caller, inspectorId: string, institutionId: string, reason: string): Promise<Recusal> {
    return this.work.run(caller, async (tx) => {
      const inspector = await this.inspectors.get(tx.manager, inspectorId);
      requireOwnOrKeeper(caller, inspector);
      const district = await this.placeOf(tx, institutionId);
      if (district === null) {
        throw refuse('UNKNOWN_INSTITUTION', {}, [{ pointer: '/institutionId', code: 'UNKNOWN_INSTITUTION' }]);
      }
      const { personId } = inspector;
      if (await this.inspectors.isRecused(tx, personId, institutionId)) throw refuse('ALREADY_RECUSED');
      const facts = { inspectorId, personId, institutionId, reason, revokes: null };
      const recusal = await this.inspectors.insertRecusal(tx, facts);
      // Why is private; that it was not the inspector's own word is not.
      const byInspector = personId === caller.id;
      await this.log(tx, 'recusal.declared', recusal, district, { byInspector });
      if (!byInspector) await tx.emit('recusal.declared', { recusalId: recusal.id, personId, institutionId });
      return recusal;
    });
  }

  /**
   * @throws NOT_FOUND, OWN_ENTRY (whoever may not be sent there must not lift that), WRONG_DEPARTMENT, WRONG_DISTRICT,
   *   ALREADY_REVOKED
   */
  revoke(caller: Caller, inspectorId: string, recusalId: string, reason: string): Promise<Recusal> {
    return this.work.run(caller, async (tx) => {
      const inspector = await this.inspectors.get(tx.manager, inspectorId);
      requireKeeper(caller, inspector);
      if (!(await this.authority.keeps(caller, inspector))) throw refuse('WRONG_DISTRICT');
      const recusal = await this.inspectors.getRecusal(tx, inspector.personId, recusalId);
      const district = await this.placeOf(tx, recusal.institutionId);
      if (district === null) throw refuse('NOT_FOUND');
      if (recusal.revokedAt) throw refuse('ALREADY_REVOKED');
      const { personId, institutionId } = recusal;
      const facts = { inspectorId, personId, institutionId, reason, revokes: recusalId };
      await this.inspectors.insertRecusal(tx, facts);
      await this.log(tx, 'recusal.revoked', recusal, district, {});
      await tx.emit('recusal.revoked', { recusalId, personId, institutionId });
      return { ...recusal, revokedAt: tx.at };
    });
  }

  /** Where an institution stands that the caller knows and is responsible for; null for all others. */
  private async placeOf(tx: Tx, institutionId: string): Promise<string | null> {
    const institution = await this.institutions.findById(tx.manager, institutionId);
    const place = institution && (institution.township ?? institution.district);
    return place !== null && (await this.authority.covers(tx.caller, [place])) ? place : null;
  }

  private log(
    tx: Tx,
    action: AuditAction,
    { id: recusalId, inspectorId, institutionId }: Recusal,
    district: string,
    detail: AuditDetail,
  ): Promise<void> {
    return this.audit.append(tx, {
      action,
      subjectType: 'inspector',
      subjectId: inspectorId,
      district,
      detail: { recusalId, institutionId, ...detail },
    });
  }
}
