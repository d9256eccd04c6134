import { Injectable } from '@nestjs/common';
import { areaOf, departmentLabel, type DepartmentRow, type JurisdictionRow } from '@zhaoguan/contracts';
import { ReferenceData } from '@zhaoguan/platform';
import type { Opinion } from '../domain/opinion';

/** What the department that is asked (征求部门) is called where the site stands, for a list of many rows. */
@Injectable()
export class AskedDepartments {
  constructor(private readonly reference: ReferenceData) {}

  async names(): Promise<(asked: Pick<Opinion, 'department' | 'district' | 'township'>) => string> {
    const jurisdictions = await this.reference.list<JurisdictionRow>('jurisdictions');
    const departments = await this.reference.list<DepartmentRow>('departments');
    const byPlace = new Map(departments.map((row) => [`${row.jurisdiction}/${row.code}`, row.name]));
    return ({ department, district, township }) =>
      byPlace.get(`${areaOf({ township }, jurisdictions) ?? district}/${department}`) ??
      departmentLabel(department);
  }
}
