import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import type { Tx } from '@zhaoguan/platform';
import type { Institution, NewInstitution } from '../domain/institution';
import { InstitutionStore } from '../store/institution.store';
import { FindPredecessor } from './find-predecessor';

/** Command of the hub, called in the transaction of the act that brings a new institution (an accepted filing). */
@Injectable()
export class RegisterInstitution {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly predecessor: FindPredecessor,
    private readonly audit: AuditLog,
  ) {}

  /** @throws DUPLICATE_INSTITUTION */
  async execute(tx: Tx, facts: NewInstitution): Promise<Institution> {
    const institution = await this.institutions.insert(tx, facts);
    const { id, kind, district, uscc, filingNumber } = institution;
    await this.audit.append(tx, {
      action: 'institution.registered',
      subjectType: 'institution',
      subjectId: id,
      district,
      detail: { kind, uscc, filingNumber },
    });
    await this.predecessor.execute(tx, institution);
    await tx.emit('institution.registered', { institutionId: id, district, kind });
    return institution;
  }
}
