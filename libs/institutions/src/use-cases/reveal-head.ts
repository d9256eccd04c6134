import { Inject, Injectable } from '@nestjs/common';
import { FILING_CONTACTS, RecordDisclosure, type FilingContacts, type Revealed } from '@zhaoguan/access';
import { refuse, type Caller } from '@zhaoguan/contracts';
import { UnitOfWork } from '@zhaoguan/platform';
import { InstitutionStore } from '../store/institution.store';
import { InstitutionOffice } from './institution-office';

/** What an official may be shown in clear of an institution. */
export const REVEALABLE_OF_INSTITUTION = [
  'legalRepresentative.phone',
  'legalRepresentative.residentId',
  'contact.phone',
] as const;
export type RevealableOfInstitution = (typeof REVEALABLE_OF_INSTITUTION)[number];

/** An official of the department in charge calls the head or the contact of an institution (查看机构负责人、联系人个人信息). */
@Injectable()
export class RevealHead {
  constructor(
    private readonly work: UnitOfWork,
    private readonly institutions: InstitutionStore,
    private readonly disclosure: RecordDisclosure,
    private readonly office: InstitutionOffice,
    @Inject(FILING_CONTACTS) private readonly contacts: FilingContacts,
  ) {}

  /** @throws NOT_FOUND, also for an institution of another jurisdiction; WRONG_DISTRICT, WRONG_DEPARTMENT, REASON_REQUIRED, REVEAL_LIMIT */
  execute(
    caller: Caller,
    id: string,
    fields: readonly RevealableOfInstitution[],
    reason: string,
  ): Promise<Revealed<RevealableOfInstitution>> {
    return this.work.run(caller, async (tx) => {
      const institution = await this.institutions.findById(tx.manager, id);
      if (!institution) throw refuse('NOT_FOUND');
      await this.office.requireToKnow(caller, institution);
      const remainingToday = await this.disclosure.execute(tx, {
        subjectType: 'institution',
        subjectId: id,
        district: institution.district,
        fields,
        reason,
      });
      const { residentId, phone } = await this.institutions.openHead(tx.manager, id);
      const contact = await this.contacts.ofInstitution(tx.manager, id);
      const known = {
        'legalRepresentative.phone': phone,
        'legalRepresentative.residentId': residentId,
        'contact.phone': contact?.phone ?? null,
      };
      return { values: Object.fromEntries(fields.map((field) => [field, known[field]])), remainingToday };
    });
  }
}
