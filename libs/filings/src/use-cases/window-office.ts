import { Injectable } from '@nestjs/common';
import { refuse, type Caller, type Kind, type RegistryLevel } from '@zhaoguan/contracts';
import { fillIn, type Application } from '../domain/application';
import type { Filing } from '../domain/filing';
import {
  answerOfOffice,
  changedOffice,
  filedSite,
  otherOffice,
  placeOf,
  usualRegistryLevel,
  withRegistryLevel,
} from '../domain/filing-authority';
import { ApplicationCheck } from './application-check';
import { FilingReference } from './filing-reference';

/** What says whose a first filing is, before there is one. */
export interface FilingToCome {
  readonly kind: Kind;
  readonly uscc: string;
  readonly district: string;
  readonly registryLevel?: RegistryLevel | undefined;
}

/** At whose window a filing is entered (窗口代办): that of the authority with which it is filed, and nobody else's. */
@Injectable()
export class WindowOffice {
  constructor(
    private readonly reference: FilingReference,
    private readonly check: ApplicationCheck,
  ) {}

  /** @throws WRONG_DISTRICT at the answer that makes it another's */
  async require(caller: Caller, filing: Pick<Filing, 'kind' | 'application' | 'authority'>): Promise<void> {
    if (await this.reference.isResponsible(caller, placeOf(filing))) return;
    const pointer = answerOfOffice(filing, caller.districts);
    throw refuse('WRONG_DISTRICT', {}, [otherOffice(pointer, await this.nameFor(filing))]);
  }

  /** @throws WRONG_DISTRICT as above */
  async requireToCome(caller: Caller, about: FilingToCome, at: Date): Promise<void> {
    const { kind, uscc, district, registryLevel } = about;
    const { version: formVersion } = await this.check.formAt(kind, 'INITIAL', at);
    const told = registryLevel === undefined ? {} : { particulars: { registryLevel } };
    const application = await this.withLevel(
      { kind, type: 'INITIAL', formVersion },
      fillIn({ uscc, district, ...told }),
    );
    const open = { kind, application, round: 0, institutionId: null, authority: null };
    await this.require(caller, { ...open, authority: await this.reference.authorityOf(open) });
  }

  /** @throws VALIDATION_FAILED at the answer that is new, and WRONG_DISTRICT where none of them is to blame */
  async requireStill(
    caller: Caller,
    before: Filing,
    now: Pick<Filing, 'kind' | 'application' | 'authority'>,
  ): Promise<void> {
    if (await this.reference.isResponsible(caller, placeOf(now))) return;
    const pointer = changedOffice(before.application, now.application);
    if (pointer === undefined) throw refuse('WRONG_DISTRICT');
    throw refuse('VALIDATION_FAILED', {}, [otherOffice(pointer, await this.nameFor(now))]);
  }

  /** At which level it is registered says the code already, where the form asks (一次填报). */
  async withLevel(
    filing: Pick<Filing, 'kind' | 'type' | 'formVersion'>,
    application: Application,
  ): Promise<Application> {
    const usual = { registryLevel: usualRegistryLevel(application) };
    const { particulars } = await this.check.asked(filing, { particulars: usual });
    return withRegistryLevel(application, particulars['registryLevel']);
  }

  private nameFor(filing: Pick<Filing, 'kind' | 'application' | 'authority'>): Promise<string> {
    return this.reference.authorityName(filing.kind, filedSite(filing));
  }
}
