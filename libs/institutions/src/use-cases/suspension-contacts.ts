import { Injectable } from '@nestjs/common';
import { PersonStore } from '@zhaoguan/access';
import { AuditLog } from '@zhaoguan/audit';
import { hasExpectedDayPassed, refuse, type Caller } from '@zhaoguan/contracts';
import { dateInShanghai, decodeIdCursor, encodeCursor } from '@zhaoguan/kernel';
import { pageOf, UnitOfWork, type Page } from '@zhaoguan/platform';
import { contactFaults, type SuspensionContact } from '../domain/suspension-contact';
import { InstitutionStore } from '../store/institution.store';
import { StatusStepStore } from '../store/status-step.store';
import { SuspensionContactStore, type SuspensionContactRow } from '../store/suspension-contact.store';
import { InstitutionOffice } from './institution-office';

export interface SuspensionContactView extends Omit<SuspensionContactRow, 'madeBy'> {
  readonly madeByName: string;
}

interface Query {
  readonly limit: number;
  readonly cursor?: string;
}

/** What an office learns of a suspension past its day (暂停期间了解的情况), for that office alone; kept as it was written. */
@Injectable()
export class SuspensionContacts {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly steps: StatusStepStore,
    private readonly contacts: SuspensionContactStore,
    private readonly office: InstitutionOffice,
    private readonly people: PersonStore,
    private readonly audit: AuditLog,
  ) {}

  /** Newest first. @throws NOT_FOUND, WRONG_DISTRICT, WRONG_DEPARTMENT, INVALID_CURSOR */
  list(caller: Caller, id: string, { limit, cursor }: Query): Promise<Page<SuspensionContactView>> {
    return this.work.read(caller, async (manager) => {
      const institution = await this.institutions.findById(manager, id);
      if (!institution) throw refuse('NOT_FOUND');
      await this.office.require(caller, institution);
      const before = cursor === undefined ? null : decodeIdCursor(cursor);
      const rows = await this.contacts.list(manager, id, { before, limit });
      const names = await this.people.listNames(manager, [...new Set(rows.map(({ madeBy }) => madeBy))]);
      return pageOf(
        rows,
        limit,
        ({ madeBy, ...contact }): SuspensionContactView => ({
          ...contact,
          madeByName: names.get(madeBy) ?? '',
        }),
        (row) => encodeCursor([row.id]),
      );
    });
  }

  /**
   * @returns the newest records
   * @throws NOT_FOUND, WRONG_DISTRICT, WRONG_DEPARTMENT, SUSPENSION_NOT_PASSED, VALIDATION_FAILED
   */
  async add(caller: Caller, id: string, contact: SuspensionContact): Promise<Page<SuspensionContactView>> {
    await this.work.run(caller, async (tx) => {
      const institution = await this.institutions.getForUpdate(tx, id);
      await this.office.require(caller, institution);
      const today = dateInShanghai(tx.at);
      const told = await this.steps.lastTold(tx.manager, id);
      const expectedOn = told?.expectedUntil ?? null;
      const waits = institution.status === 'SUSPENDED' && institution.filingEndedAs === null;
      if (!waits || told === null || expectedOn === null || !hasExpectedDayPassed(expectedOn, today))
        throw refuse('SUSPENSION_NOT_PASSED');
      const faults = contactFaults(contact, { expectedOn, today });
      if (faults.length > 0) throw refuse('VALIDATION_FAILED', {}, faults);
      await this.contacts.append(tx, id, told.id, contact);
      // Not what was said: the log is read by others than the office.
      await this.audit.append(tx, {
        action: 'institution.suspension-asked-after',
        subjectType: 'institution',
        subjectId: id,
        district: institution.district,
        detail: { until: contact.lookAgainOn },
      });
    });
    return this.list(caller, id, { limit: 20 });
  }
}
