import { Inject, Injectable } from '@nestjs/common';
import { PersonStore, type Person } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { commonDistrict, dateInShanghai, type PlainDate, type Clock } from '@zhaoguan/kernel';
import { CLOCK, ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { requireKeeper, type Inspector } from '../domain/inspector';
import { requireDepartment } from '../domain/jurisdiction';
import { DirectoryStore } from '../store/directory.store';
import { InspectorStore } from '../store/inspector.store';
import { Authority } from './authority';

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
    private readonly directory: DirectoryStore,
    private readonly authority: Authority,
    private readonly reference: ReferenceData,
    private readonly audit: AuditLog,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * @throws OWN_ENTRY, WRONG_DEPARTMENT, WRONG_DISTRICT, UNKNOWN_DISTRICT, UNKNOWN_PERSON (also for somebody of another
   *   district or department), NOT_AN_INSPECTOR, CERTIFICATE_EXPIRED, CERTIFICATE_TAKEN, INSPECTOR_LISTED
   */
  execute(caller: Caller, facts: InspectorToAdd): Promise<Inspector> {
    return this.work.run(caller, async (tx) => {
      requireDepartment(caller, facts.department);
      await requireKnownDistricts(this.reference, facts.districts);
      await this.authority.requireDistricts(caller, facts.districts);
      requireValid(tx, facts.validUntil);
      const { name } = await this.colleague(tx, facts.personId);
      requireKeeper(caller, facts);
      await this.directory.openForChange(tx);
      const hadEntry = await this.inspectors.hasEntry(tx.manager, facts.personId);
      const inspector = await this.inspectors.insert(tx, { ...facts, name });
      const { id, department, certificateNumber, districts, validUntil } = inspector;
      // Under another certificate a person comes back, and is nobody new.
      const act = hadEntry ? 'RESUMED' : 'LISTED';
      const change = { act, departments: [department], districts, reason: null } as const;
      await this.directory.insert(tx, id, [change], this.clock.now());
      await this.audit.append(tx, {
        action: 'inspector.listed',
        subjectType: 'inspector',
        subjectId: id,
        // Whoever is responsible for all of them reads of it.
        district: commonDistrict(districts),
        detail: { certificateNumber, department, districts, validUntil },
      });
      return inspector;
    });
  }

  /** Somebody of elsewhere is nobody here: not even the name is told. */
  private async colleague(tx: Tx, personId: string): Promise<Person> {
    const person = await this.people.findById(tx.manager, personId);
    const isOurs = person !== null && (await this.authority.isOurs(tx.caller, person));
    const code = isOurs ? 'NOT_AN_INSPECTOR' : 'UNKNOWN_PERSON';
    if (!isOurs || !person.roles.includes('INSPECTOR')) {
      throw refuse(code, {}, [{ pointer: '/personId', code }]);
    }
    return person;
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
