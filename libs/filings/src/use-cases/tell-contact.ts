import { Injectable } from '@nestjs/common';
import type { FilingContact, FilingContacts, InstitutionContact } from '@zhaoguan/access';
import type { Tx } from '@zhaoguan/platform';
import { FilingStores } from '../store/filing-stores';

/** Whom the application names, for another module whose official has to call about the filing (差评回访) or reads of the institution. */
@Injectable()
export class TellContact implements FilingContacts {
  constructor(private readonly stores: FilingStores) {}

  async of(manager: Tx['manager'], filingId: string): Promise<FilingContact | null> {
    const { round } = await this.stores.filings.get(manager, filingId);
    // What was handed in: what the applicant is writing now is not with the authority yet.
    const submission = await this.stores.history.findSubmission(manager, filingId, round);
    if (submission === null) return null;
    const { contact, legalRepresentative: head } = submission.application;
    // A form may be handed in without its contact (the receipt says so), never without its head.
    const { name, phone } = contact.phone === null ? head : contact;
    return phone === null ? null : { name, phone };
  }

  async ofInstitution(manager: Tx['manager'], institutionId: string): Promise<InstitutionContact | null> {
    const contact = (await this.stores.filings.findLastAccepted(manager, institutionId))?.application.contact;
    return contact === undefined || (contact.name === null && contact.phone === null) ? null : contact;
  }
}
