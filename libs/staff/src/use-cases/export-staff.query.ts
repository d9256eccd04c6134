import { Injectable } from '@nestjs/common';
import { AuditLog } from '@zhaoguan/audit';
import {
  BACKGROUND_RESULT_LABELS,
  postInWords,
  type Caller,
  type StaffRequirementRow,
} from '@zhaoguan/contracts';
import { UnitOfWork, writeSpreadsheet, type SpreadsheetFile } from '@zhaoguan/platform';
import { inForce, type Credential } from '../domain/member';
import { isShownFor } from '../domain/standing';
import { columnsOf, EMPLOYED, FOR_GOOD, LEFT, NAME, POST } from '../import/staff-sheet';
import { templateColumns, type TemplateRow } from '../import/staff-template';
import { CredentialStore } from '../store/credential.store';
import { StaffStore } from '../store/staff.store';
import { StaffRoom } from './staff-room';
import { placeOf, StaffRules } from './staff-rules';

/**
 * The register as a spreadsheet, in the columns in which it comes in, its numbers as text: Excel would round those of a CSV. For the
 * institution itself, with names in full, which leaves a trace.
 */
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

  /** @throws NOT_FOUND */
  async execute(caller: Caller, institutionId: string): Promise<SpreadsheetFile> {
    const { rules, rows } = await this.work.run(caller, async (tx) => {
      const { manager } = tx;
      const place = placeOf(await this.room.requireOwn(tx, institutionId));
      const { district, siteType } = place;
      const requirements = await this.rules.requirements(place);
      const ofTerm = await this.rules.typesOfTerm(place);
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
      const rows = members.map(({ id, name, post, employedOn, leftOn }): TemplateRow => {
        const own = inForce(shown.filter(({ memberId }) => memberId === id));
        const asked = requirements.flatMap((requirement) => cellsOf(own, requirement));
        const person = { [NAME]: name, [POST]: postInWords(post, siteType), [EMPLOYED]: employedOn };
        return { ...person, ...(leftOn !== null && { [LEFT]: leftOn }), ...Object.fromEntries(asked) };
      });
      return { rules: { ...place, requirements, ofTerm }, rows };
    });
    return writeSpreadsheet({
      title: '从业人员名录',
      columns: templateColumns(rules),
      pages: onePage(rows),
    });
  }
}

async function* onePage(rows: readonly TemplateRow[]): AsyncGenerator<readonly TemplateRow[]> {
  yield rows;
}

/** By the headers of `columnsOf`. */
function cellsOf(own: readonly Credential[], requirement: StaffRequirementRow): [string, string][] {
  const shown = own.find((credential) => isShownFor(credential, requirement));
  if (!shown) return [];
  const { type, issuedOn, title, number, validUntil, result } = shown;
  const { issued, text, last } = columnsOf(requirement);
  const words = type === 'BACKGROUND' || type === 'EXPERIENCE' ? title : (number ?? '');
  const until = result === null ? (validUntil ?? FOR_GOOD) : BACKGROUND_RESULT_LABELS[result];
  const cells: [string, string][] = [
    [issued, issuedOn],
    [text, words],
  ];
  return last === null ? cells : [...cells, [last, until]];
}
