import { Get, HttpCode, Param, ParseUUIDPipe, Post, Query, Req, StreamableFile } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesFile,
  PageOf,
  PageQuery,
  TakesFile,
  uploadedFile,
  XLSX_TYPE,
} from '@zhaoguan/platform';
import type { FastifyRequest } from 'fastify';
import { DirectoryImports } from '../use-cases/directory-imports';
import { DirectoryImportDto, toDirectoryImport } from './directory-import.dto';

@ApiController('institution-imports', '名录导入')
export class DirectoryImportsController {
  constructor(private readonly imports: DirectoryImports) {}

  @Post()
  @HttpCode(202)
  @Allow('institution.import')
  @ApiOperation({
    summary: '导入机构名录（.xlsx、.csv，不超过 20 MB）：在后台进行，进度和结果另行查询',
    description: '只导入本辖区的机构，在册的不覆盖。每人同时只能导入一份（DIRECTORY_IMPORT_UNDER_WAY）。',
  })
  @TakesFile()
  @ApiAcceptedResponse({ type: DirectoryImportDto })
  async request(
    @CurrentCaller() caller: Caller,
    @Req() request: FastifyRequest,
  ): Promise<DirectoryImportDto> {
    const { file, filename } = await uploadedFile(request);
    return toDirectoryImport(await this.imports.request(caller, file, filename));
  }

  @Get()
  @Allow('institution.import')
  @ApiOperation({ summary: '本辖区的名录导入，新的在前' })
  @ApiOkResponse({ type: PageOf(DirectoryImportDto) })
  async list(@CurrentCaller() caller: Caller, @Query() query: PageQuery) {
    const { items, nextCursor } = await this.imports.list(caller, query);
    return { items: items.map(toDirectoryImport), nextCursor };
  }

  @Get('template')
  @Allow('institution.import')
  @ApiOperation({ summary: '名录模板（Excel）：表头、可选的值和填写示例' })
  @GivesFile(XLSX_TYPE)
  async template(): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.imports.template());
  }

  @Get(':id')
  @Allow('institution.import')
  @ApiOperation({ summary: '导入的进度和结果' })
  @ApiOkResponse({ type: DirectoryImportDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<DirectoryImportDto> {
    return toDirectoryImport(await this.imports.get(caller, id));
  }

  @Get(':id/report')
  @Allow('institution.import')
  @ApiOperation({ summary: '结果文件（CSV）：哪一行、哪一列、为什么没有导入' })
  @GivesFile('text/csv')
  async report(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const { content, size } = await this.imports.report(caller, id);
    return new StreamableFile(content, {
      type: 'text/csv; charset=utf-8',
      length: size,
      disposition: `attachment; filename="result.csv"; filename*=UTF-8''${encodeURIComponent('名录导入结果.csv')}`,
    });
  }
}
