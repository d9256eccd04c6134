import { Injectable } from '@nestjs/common';
import { OfficialStore } from '@zhaoguan/access';
import {
  isOwnOffice,
  LEAD_DEPARTMENT,
  refuse,
  siteOf,
  type Caller,
  type JurisdictionRow,
  type Kind,
} from '@zhaoguan/contracts';
import { ReferenceData, UnitOfWork, type Tx } from '@zhaoguan/platform';
import { TO_DECIDE } from '../domain/assignment';
import { beginsAnew, isApplicant, type Filing } from '../domain/filing';
import { filedSite, placeOf } from '../domain/filing-authority';
import { Deciders } from './deciders';
import { FilingReference } from './filing-reference';

/** Whether anybody works where a case is handed in. */
export interface OfficeView {
  /** Of a first filing that is not handed in: nobody takes it where it would lie, so that it cannot be (OFFICE_NOT_HERE). */
  readonly officeNotHere: boolean;
  /** For the applicant of what is handed in: nobody of the authority may decide it now, and somebody is being arranged for. */
  readonly beingArranged: boolean;
}

/** Where a first filing at a place would lie. */
export interface OfficeOfPlace {
  readonly authorityName: string;
  readonly here: boolean;
  /** Where nobody is: the city that takes what is registered with it; null where it has nobody either, and of 托育机构. */
  readonly aboveName: string | null;
}

/**
 * With the handing in a term of the authority begins (收件), which nobody keeps where it has never had an account: the applicant would wait
 * for an answer that cannot come. Where it has some and none may act now, the case is taken, for the office is there and is told.
 */
@Injectable()
export class OfficeHere {
  constructor(
    private readonly work: UnitOfWork,
    private readonly officials: OfficialStore,
    private readonly deciders: Deciders,
    private readonly names: FilingReference,
    private readonly reference: ReferenceData,
  ) {}

  /** Of an institution that is here already everything is taken: its authority has decided here before. @throws OFFICE_NOT_HERE */
  async require(tx: Tx, filing: Filing): Promise<void> {
    if (!beginsAnew(filing) || (await this.isHere(tx.manager, filing))) return;
    const authority = await this.names.authorityName(filing.kind, filedSite(filing));
    throw refuse('OFFICE_NOT_HERE', { authority }, [
      {
        pointer: '/institution/district',
        code: 'OFFICE_NOT_HERE',
        message: `${authority}尚未在本平台受理申请，请先联系该部门，并核对所在区县`,
      },
    ]);
  }

  /**
   * Before there is a draft, of which only the district is known: a functional area (功能区) that holds a township there counts, for it may
   * be the one. So may the city, with which non-profit 养老机构 file that are registered there; it is named beside the county.
   */
  ofPlace(caller: Caller, kind: Kind, district: string): Promise<OfficeOfPlace> {
    return this.work.read(caller, async (manager) => {
      const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
      const townships = jurisdictions.flatMap((area) => area.townships);
      const places = [district, ...townships.filter((township) => township.startsWith(district))];
      const duty = { permission: TO_DECIDE, department: LEAD_DEPARTMENT[kind] } as const;
      const here = await this.officials.isKnownAt(manager, duty, places);
      const nameAt = (authority: string | null) =>
        this.names.authorityName(kind, filedSite({ application: siteOf(district), authority }));
      const city = `${district.slice(0, 4)}00`;
      const hasCity =
        kind === 'ELDERLY_CARE' && !here && (await this.officials.isKnownAt(manager, duty, [city]));
      return { authorityName: await nameAt(null), here, aboveName: hasCity ? await nameAt(city) : null };
    });
  }

  /** @param standing whether the institution that it is about is in the register already */
  async shown(
    manager: Tx['manager'],
    filing: Filing,
    caller: Caller,
    standing: boolean,
  ): Promise<OfficeView> {
    const waits = filing.status === 'SUBMITTED' && isApplicant(filing, caller);
    const begins = filing.status === 'DRAFT' && !standing && beginsAnew(filing);
    return {
      officeNotHere: begins && !(await this.isHere(manager, filing)),
      beingArranged: waits && (await this.deciders.list(manager, filing)).length === 0,
    };
  }

  /** Whether the authority has or has had anybody who decides such cases: one above it decides none of them. */
  private async isHere(manager: Tx['manager'], filing: Filing): Promise<boolean> {
    const place = placeOf(filing);
    const known = await this.officials.known(manager, {
      permission: TO_DECIDE,
      department: LEAD_DEPARTMENT[filing.kind],
      districts: [place.township ?? place.district],
    });
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    return known.some(({ districts }) => isOwnOffice(districts, jurisdictions, place));
  }
}
