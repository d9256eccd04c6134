import { Injectable } from '@nestjs/common';
import {
  heldByOthers,
  isOwnOffice,
  isResponsible,
  kindsLedBy,
  refuse,
  type Caller,
  type JurisdictionRow,
  type Kind,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';
import { CHECK_TERM, FILING_TERM, type UnfiledSite } from '../domain/unfiled-site';

type Place = Pick<UnfiledSite, 'kind' | 'district' | 'township'>;

/**
 * Who looks after places that have not filed: the department that leads the kind, of the authority of the place. One above it reads, and
 * tells it of others.
 */
@Injectable()
export class UnfiledOffice {
  constructor(private readonly reference: ReferenceData) {}

  /** For who reads it. @throws NOT_FOUND for a department that does not lead the kind, WRONG_DISTRICT where another authority is in charge */
  async require(caller: Caller, site: Place): Promise<void> {
    if (!this.kindsOf(caller).includes(site.kind)) throw refuse('NOT_FOUND');
    await this.requirePlace(caller, site);
  }

  /** @throws WRONG_DISTRICT */
  async requirePlace({ districts }: Caller, site: Place): Promise<void> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (!isResponsible(districts, jurisdictions, site)) throw refuse('WRONG_DISTRICT');
  }

  /** For who goes there or ends it. @throws NOT_FOUND, WRONG_DISTRICT also for an authority above that of the place */
  async requireOwn(caller: Caller, site: Place): Promise<void> {
    await this.require(caller, site);
    if (!(await this.isOwn(caller, site))) throw refuse('WRONG_DISTRICT');
  }

  /** Whether it is for this very authority to act (级别管辖). */
  async isOwn({ districts }: Caller, site: Place): Promise<boolean> {
    return isOwnOffice(districts, await this.reference.list<JurisdictionRow>('jurisdictions'), site);
  }

  kindsOf({ departments }: Caller): readonly Kind[] {
    return kindsLedBy(departments);
  }

  placesOf({ districts }: Caller): Promise<readonly string[] | null> {
    return this.reference.countiesOf(districts);
  }

  /** Townships in them that are not for the caller: a functional area (功能区) holds them. */
  async heldByOthers({ districts }: Caller): Promise<readonly string[]> {
    return heldByOthers(districts, await this.reference.list<JurisdictionRow>('jurisdictions'));
  }

  /** @throws VALIDATION_FAILED for a district that is none, or a township of another one */
  async requireKnown(district: string, township: string | null): Promise<void> {
    await this.reference.county(district, '/district');
    const known = await this.reference.districts();
    if (township === null || known.get(township)?.parent === district) return;
    throw refuse('VALIDATION_FAILED', {}, [
      { pointer: '/township', code: 'UNKNOWN_TOWNSHIP', message: '应为所选区县的乡镇、街道' },
    ]);
  }

  /** Last day for going there. @throws VALIDATION_FAILED for a day from before anybody had to */
  async checkBy(site: Place, foundOn: PlainDate): Promise<PlainDate> {
    if ((await this.reference.findTerm(CHECK_TERM, { ...site, on: foundOn })) === undefined) {
      throw refuse('VALIDATION_FAILED', {}, [
        { pointer: '/foundOn', code: 'INVALID_DATE', message: '早于有关规定施行的日期，请核对' },
      ]);
    }
    return this.reference.dueOn(CHECK_TERM, foundOn, site);
  }

  /** Last day for filing, of who was urged on this day. */
  fileBy(site: Place, urgedOn: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(FILING_TERM, urgedOn, site);
  }
}
