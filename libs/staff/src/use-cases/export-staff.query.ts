import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import {
  BACKGROUND_RESULT_LABELS,
  STAFF_POST_LABELS,
  type Caller,
  type StaffRequirementRow,
} from '@zhaoguan/contracts';
import { CSV_BOM, csvLine } from '@zhaoguan/kernel';
import { UnitOfWork } from '@zhaoguan/platform';
import { inForce, type Credential } from '../domain/member';
import { meets } from '../domain/standing';
import { FOR_GOOD, headerOf } from '../import/staff-sheet';
import { CredentialStore } from '../store/credential.store';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';
import { StaffRules } from './staff-rules';

/** The register as a spreadsheet, in the columns in which it comes in: for the institution itself, with names in full, which leaves a trace. */
@Injectable()
export class ExportStaff {
  constructor(
    private readonly work: UnitOfWork,
    private readonly staff: StaffStore,
    private readonly credentials: CredentialStore,
    private readonly room: StaffRoom,
    private readonly rules: StaffRules,
    private readonly audit: AuditLog,
  ) {}

  /** CSV with BOM, as Excel opens it. @throws NOT_FOUND */
  execute(caller: Caller, institutionId: string): Promise<string> {
    return this.work.run(caller, async (tx) => {
      const { manager } = tx;
      const { kind, district } = await this.room.requireOwn(tx, institutionId);
      const requirements = await this.rules.requirements(kind);
      const members = await this.staff.all(manager, institutionId);
      const shown = await this.credentials.ofMembers(
        manager,
        members.map(({ id }) => id),
      );
      await this.audit.append(tx, {
        action: 'staff.exported',
        subjectType: 'institution',
        subjectId: institutionId,
        district,
        detail: { count: members.length },
      });
      const rows = members.map(({ id, name, post, employedOn, leftOn }) => {
        const own = inForce(shown.filter(({ memberId }) => memberId === id));
        const asked = requirements.flatMap((requirement) => cellsOf(own, requirement));
        return csvLine([name, STAFF_POST_LABELS[post], employedOn, leftOn ?? '', ...asked]);
      });
      return CSV_BOM + csvLine(headerOf(requirements)) + rows.join('');
    });
  }
}

/** In the order of `columnsOf`. */
function cellsOf(own: readonly Credential[], requirement: StaffRequirementRow): string[] {
  const shown = own.find((credential) => meets(credential, requirement));
  if (!shown) return ['', '', ''];
  const { issuedOn, title, number, validUntil, result } = shown;
  return result === null
    ? [issuedOn, number ?? '', validUntil ?? FOR_GOOD]
    : [issuedOn, title, BACKGROUND_RESULT_LABELS[result]];
}
