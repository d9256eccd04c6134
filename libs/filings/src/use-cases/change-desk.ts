import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { AmendInstitution, InstitutionStore } from '@zhaoguan/institutions';
import { dateInShanghai, yearOf } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import { amendmentsOf } from '../domain/amendment';
import type { Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import { placeOf } from '../domain/filing-authority';
import { lettersOf } from '../domain/filing-number';
import { withUsualLevel } from '../domain/registered-application';
import { registrationOf, type Registration } from '../domain/registration';
import { FilingNumberStore } from '../store/filing-number.store';
import { RegisteredSite } from './registered-site';
import { FilingForms } from './filing-forms';

/** What the acceptance of a change filing (准予变更备案) does: the register takes over what was changed, under the same number. */
@Injectable()
export class ChangeDesk {
  constructor(
    private readonly numbers: FilingNumberStore,
    private readonly institutions: InstitutionStore,
    private readonly amend: AmendInstitution,
    private readonly sites: RegisteredSite,
    private readonly forms: FilingForms,
  ) {}

  /**
   * @param base what the register held when it was handed in
   * @throws REGISTER_CHANGED when it holds something else now, INSTITUTION_CLOSED, DUPLICATE_INSTITUTION
   */
  async enter(
    tx: Tx,
    filing: Filing,
    base: Application,
  ): Promise<Registration & { readonly institutionId: string }> {
    const { institutionId, application, kind, regime } = filing;
    if (institutionId === null) throw new Error(`change filing ${filing.id} names no institution`);
    await this.sites.alone(tx, filing);
    const institution = await this.institutions.getForUpdate(tx, institutionId);
    const form = await this.forms.of(filing);
    const registered = await this.sites.registered(tx.manager, institution);
    // A licence has taken the place of the filing since: what was asked for is not there any more.
    // What was handed in before the register read the level from the code has a base without it.
    const handedInOver = withUsualLevel(kind, base);
    if (institution.regime !== regime || amendmentsOf(form, handedInOver, registered).length > 0)
      throw refuse('REGISTER_CHANGED');
    const filedOn = dateInShanghai(tx.at);
    const { siteType } = application;
    const { district } = placeOf(filing);
    const filingNumber =
      institution.filingNumber ??
      (await this.numbers.next(tx, district, lettersOf(kind, siteType, regime), yearOf(filedOn)));
    const { validUntil } = institution;
    const registration = { filingNumber, filedOn, validUntil };
    const changed = amendmentsOf(form, base, application).map(({ pointer }) => pointer);
    await this.amend.execute(tx, institutionId, registrationOf(filing, registration), changed);
    return { ...registration, institutionId };
  }
}
