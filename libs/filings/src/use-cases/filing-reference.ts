import { Injectable } from '@nestjs/common';
import {
  isResponsible,
  refuse,
  type Caller,
  type DepartmentRow,
  type JurisdictionRow,
  type Kind,
  type MaterialRow,
  type Site,
} from '@zhaoguan/contracts';
import { dateInShanghai, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import { ReferenceData } from '@zhaoguan/platform';
import { DEPARTMENT_NAMES, findAuthorityName } from '../domain/authority';
import type { Application } from '../domain/application';
import { faultsOf, type FilingLimits } from '../domain/application-faults';
import { RECEIPT_TERM } from '../domain/filing.deadlines';
import type { Filing } from '../domain/filing';
import { materialsFor, type RequiredMaterial } from '../domain/materials';

/** The reference data as a filing needs them: limits, materials, terms, authorities. */
@Injectable()
export class FilingReference {
  constructor(private readonly reference: ReferenceData) {}

  async materialsOf(filing: Pick<Filing, 'kind' | 'type' | 'application'>): Promise<RequiredMaterial[]> {
    return materialsFor(await this.reference.list<MaterialRow>('materials'), filing);
  }

  /** Everything that is wrong in what has been filled in so far. */
  async faultsOf(application: Application, kind: Kind, at: Date): Promise<FieldError[]> {
    const places = await this.placeFaults(application);
    const limits = await this.limits(kind, application.district, dateInShanghai(at));
    return [...places, ...faultsOf(application, kind, limits)];
  }

  dueOn({ kind, application }: Filing, from: PlainDate): Promise<PlainDate> {
    return this.reference.dueOn(RECEIPT_TERM, from, { kind, district: application.district });
  }

  /** @throws WRONG_DISTRICT when another authority decides about the site */
  async requireResponsible(caller: Caller, site: Site): Promise<void> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    if (!isResponsible(caller.districts, jurisdictions, site)) throw refuse('WRONG_DISTRICT');
  }

  /** Name of the authority (备案机关); where the reference data name no agency, the district and what the agency is for. */
  async authorityName(kind: Kind, site: Site): Promise<string> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const departments = await this.reference.list<DepartmentRow>('departments');
    const named = findAuthorityName(kind, site, jurisdictions, departments);
    return named ?? `${await this.reference.districtPath(site.district)}${DEPARTMENT_NAMES[kind]}`;
  }

  districtPath(code: string): Promise<string> {
    return this.reference.districtPath(code);
  }

  private async placeFaults({ district, township }: Application): Promise<FieldError[]> {
    const all = await this.reference.districts();
    const faults: FieldError[] = [];
    if (all.get(district)?.level !== 'COUNTY') {
      faults.push({ pointer: '/institution/district', code: 'UNKNOWN_DISTRICT' });
    }
    if (township !== null && all.get(township)?.parent !== district) {
      const message = '乡镇（街道）代码不存在，或者不属于所填区县';
      faults.push({ pointer: '/institution/township', code: 'UNKNOWN_DISTRICT', message });
    }
    return faults;
  }

  private async limits(kind: Kind, district: string, today: PlainDate): Promise<FilingLimits> {
    const value = async (code: string): Promise<number> =>
      (await this.reference.term(code, { kind, district, on: today })).value;
    return kind === 'ELDERLY_CARE'
      ? { today, minimumBeds: await value('ELDERLY_MINIMUM_BEDS'), homeMaximum: 0, leaseYears: 0 }
      : {
          today,
          minimumBeds: 0,
          homeMaximum: await value('HOME_MAXIMUM_CHILDREN'),
          leaseYears: await value('LEASE_MINIMUM'),
        };
  }
}
