import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import type { Inspector } from '../domain/inspector';
import { requireDistricts } from '../domain/jurisdiction';
import { InspectorStore } from '../store/inspector.store';

export interface InspectorToAdd {
  readonly personId: string;
  readonly certificateNumber: string;
  readonly department: string;
  readonly districts: readonly string[];
  readonly validUntil: PlainDate;
}

/** Lists a person in the 执法检查人员名录库. */
@Injectable()
export class AddInspector {
  constructor(
    private readonly work: UnitOfWork,
    private readonly people: PersonStore,
    private readonly inspectors: InspectorStore,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
  ) {}

  /** @throws WRONG_DISTRICT, UNKNOWN_DISTRICT, UNKNOWN_PERSON, NOT_AN_INSPECTOR, CERTIFICATE_EXPIRED, CERTIFICATE_TAKEN */
  execute(caller: Caller, facts: InspectorToAdd): Promise<Inspector> {
    return this.work.run(caller, async (tx) => {
      await requireKnownDistricts(this.reference, facts.districts);
      requireDistricts(caller, facts.districts, '/districts');
      requireValid(tx, facts.validUntil);
      const name = await this.nameOf(tx, facts.personId);
      const inspector = await this.inspectors.insert(tx, { ...facts, name });
      const { id, department, certificateNumber, districts, validUntil } = inspector;
      await this.audit.append(tx, {
        action: 'inspector.listed',
        subjectType: 'inspector',
        subjectId: id,
        detail: { certificateNumber, department, districts, validUntil },
      });
      return inspector;
    });
  }

  private async nameOf(tx: Tx, personId: string): Promise<string> {
    const person = await this.people.findById(tx.manager, personId);
    const code = person ? 'NOT_AN_INSPECTOR' : 'UNKNOWN_PERSON';
    if (!person?.roles.includes('INSPECTOR')) throw refuse(code, {}, [{ pointer: '/personId', code }]);
    return person.name;
  }
}

/** @throws UNKNOWN_DISTRICT */
export async function requireKnownDistricts(
  reference: ReferenceData,
  districts: readonly string[],
): Promise<void> {
  const known = await reference.districts();
  const fields = districts.flatMap((code, i) =>
    code === '*' || known.has(code) ? [] : [{ pointer: `/districts/${i}`, code: 'UNKNOWN_DISTRICT' }],
  );
  if (fields.length > 0) throw refuse('UNKNOWN_DISTRICT', {}, fields);
}

/** @throws CERTIFICATE_EXPIRED */
export function requireValid(tx: Tx, validUntil: PlainDate): void {
  if (validUntil < dateInShanghai(tx.at)) {
    throw refuse('CERTIFICATE_EXPIRED', {}, [{ pointer: '/validUntil', code: 'CERTIFICATE_EXPIRED' }]);
  }
}
