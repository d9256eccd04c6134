import { Injectable } from '@nestjs/common';
import type { Grade } from '@zhaoguan/contracts';
import { AuditLog } from '@zhaoguan/audit';
import { dateInShanghai } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { InstitutionStore } from '../store/institution.store';

/** Command of the hub: the credit module computes a grade (信用等级), the registry carries it for strata and search. */
@Injectable()
export class SetGrade {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly audit: AuditLog,
  ) {}

  /** @returns the grade before */
  async execute(tx: Tx, institutionId: string, grade: Grade): Promise<Grade> {
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    if (institution.grade === grade) return grade;
    await this.institutions.saveGrade(tx, institutionId, grade, dateInShanghai(tx.at));
    await this.audit.append(tx, {
      action: 'institution.graded',
      subjectType: 'institution',
      subjectId: institutionId,
      district: institution.district,
      detail: { from: institution.grade, to: grade },
    });
    await tx.emit('credit.grade-changed', {
      institutionId,
      district: institution.district,
      from: institution.grade,
      to: grade,
    });
    return institution.grade;
  }
}
