import { Injectable } from '@nestjs/common';
import type { Caller } from '@zhaoguan/contracts';
import { noRows, UnitOfWork, writeSpreadsheet, type SpreadsheetFile } from '@zhaoguan/platform';
import { exampleRow, templateColumns, type TemplateRow } from '../import/staff-template';
import { StaffRoom } from './staff-room';
import { placeOf, StaffRules } from './staff-rules';

/** An empty register to be filled in and brought in again (名录模板), with somebody invented on a sheet behind it. */
@Injectable()
export class StaffTemplate {
  constructor(
    private readonly work: UnitOfWork,
    private readonly room: StaffRoom,
    private readonly rules: StaffRules,
  ) {}

  /** @throws NOT_FOUND */
  async execute(caller: Caller, institutionId: string): Promise<SpreadsheetFile> {
    const place = placeOf(await this.work.run(caller, (tx) => this.room.requireOwn(tx, institutionId)));
    const requirements = await this.rules.requirements(place);
    const rules = { ...place, requirements, ofTerm: await this.rules.typesOfTerm(place) };
    return writeSpreadsheet({
      title: '从业人员名录模板',
      columns: templateColumns(rules),
      pages: noRows<TemplateRow>(),
      example: [exampleRow(rules)],
    });
  }
}
