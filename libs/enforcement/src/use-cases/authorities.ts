import { Injectable } from '@nestjs/common';
import type { DepartmentCode, DepartmentRow, JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import { authorityName } from '../domain/authority';

/** Names of the agencies, as they stand under a document. */
@Injectable()
export class Authorities {
  constructor(private readonly reference: ReferenceData) {}

  async nameOf(
    department: DepartmentCode,
    place: { readonly district: string; readonly township: string | null },
  ): Promise<string> {
    return authorityName(
      department,
      { ...place, path: await this.reference.districtPath(place.district) },
      await this.reference.list<JurisdictionRow>('jurisdictions'),
      await this.reference.list<DepartmentRow>('departments'),
    );
  }
}
