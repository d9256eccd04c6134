import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { InstitutionStore, type Institution } from '@zhaoguan/institutions';
import type { Tx } from '@zhaoguan/platform';
import type { Application } from '../domain/application';
import { registeredApplication } from '../domain/registered-application';
import { FilingStore } from '../store/filing.store';

/** What a filing about a registered institution begins with: the institution, and what the register holds of it now. */
@Injectable()
export class RegisteredSite {
  constructor(
    private readonly institutions: InstitutionStore,
    private readonly filings: FilingStore,
  ) {}

  /**
   * Whose institution it is files for it, nobody else; to everybody else it does not exist.
   * @throws NOT_FOUND, INSTITUTION_CLOSED
   */
  async institution(tx: Tx, id: string): Promise<Institution> {
    const found = await this.institutions.findById(tx.manager, id);
    if (found?.operatorId !== tx.caller.id) throw refuse('NOT_FOUND');
    if (found.status === 'CLOSED') throw refuse('INSTITUTION_CLOSED');
    return found;
  }

  /** The register as answers to the form; the contact, which it does not keep, is that of the last filing. */
  async registered(tx: Tx, institution: Institution): Promise<Application> {
    const last = await this.filings.findLastAccepted(tx.manager, institution.id);
    return registeredApplication(institution, last?.application.contact);
  }
}
