import { Get, HttpCode, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesFile,
  TakesFile,
  uploadedFile,
  XLSX_TYPE,
} from '@zhaoguan/platform';
import type { FastifyRequest } from 'fastify';
import { ExportStaff } from '../use-cases/export-staff.query';
import { ImportStaff } from '../use-cases/import-staff';
import { StaffTemplate } from '../use-cases/staff-template.query';
import { InstitutionStaffQueryDto } from './staff-input.dto';
import { StaffImportDto } from './staff.dto';

@ApiController('staff-sheet', '从业人员名录')
export class StaffSheetController {
  constructor(
    private readonly imports: ImportStaff,
    private readonly exports: ExportStaff,
    private readonly template: StaffTemplate,
  ) {}

  @Get()
  @Allow('staff.keep')
  @ApiOperation({ summary: '导出本机构的从业人员名录（Excel，修改后可以再导入）' })
  @GivesFile(XLSX_TYPE)
  async export(
    @CurrentCaller() caller: Caller,
    @Query() { institutionId }: InstitutionStaffQueryDto,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exports.execute(caller, institutionId));
  }

  @Get('template')
  @Allow('staff.keep')
  @ApiOperation({
    summary: '下载从业人员名录的模板（Excel）',
    description: '第一张表填写后导入；岗位和查询结果可以选择，第二张表是填写示例，不导入。',
  })
  @GivesFile(XLSX_TYPE)
  async blank(
    @CurrentCaller() caller: Caller,
    @Query() { institutionId }: InstitutionStaffQueryDto,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.template.execute(caller, institutionId));
  }

  @Post()
  @HttpCode(200)
  @Allow('staff.keep')
  @ApiOperation({ summary: '导入从业人员名录（.xlsx、.csv）：全部正确才导入，否则逐格指出错误' })
  @TakesFile()
  @ApiOkResponse({ type: StaffImportDto })
  async import(
    @CurrentCaller() caller: Caller,
    @Query() { institutionId }: InstitutionStaffQueryDto,
    @Req() request: FastifyRequest,
  ) {
    const { file, filename } = await uploadedFile(request);
    return this.imports.execute(caller, institutionId, file, filename);
  }
}
