import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { RevealedDto } from '@zhaoguan/access';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  downloadSpreadsheet,
  GivesSpreadsheet,
  PageOf,
  SecretAnswer,
  UntilGone,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { ExportInstitutions } from '../use-cases/export-institutions.query';
import { GetInstitution } from '../use-cases/get-institution.query';
import { ListInstitutions } from '../use-cases/list-institutions.query';
import { RevealHead } from '../use-cases/reveal-head';
import {
  InstitutionDto,
  InstitutionListQueryDto,
  InstitutionSelectionDto,
  ListedInstitutionDto,
  RevealHeadDto,
} from './institution.dto';

@ApiController('institutions', '机构名录')
export class InstitutionsController {
  constructor(
    private readonly listInstitutions: ListInstitutions,
    private readonly exportInstitutions: ExportInstitutions,
    private readonly getInstitution: GetInstitution,
    private readonly revealHead: RevealHead,
  ) {}

  @Get()
  @Allow('institution.read')
  @ApiOperation({ summary: '机构名录：工作人员看本辖区的，经办人看自己的' })
  @ApiOkResponse({ type: PageOf(ListedInstitutionDto) })
  list(@CurrentCaller() caller: Caller, @Query() query: InstitutionListQueryDto) {
    return this.listInstitutions.execute(caller, query);
  }

  @Get('export')
  @Allow('institution.read')
  @GivesSpreadsheet('机构名录', '不含负责人的姓名和电话。')
  async export(
    @CurrentCaller() caller: Caller,
    @Query() selection: InstitutionSelectionDto,
    @UntilGone() gone: AbortSignal,
  ): Promise<StreamableFile> {
    return downloadSpreadsheet(await this.exportInstitutions.execute(caller, selection, gone));
  }

  @Get(':id')
  @Allow('institution.read')
  @ApiOperation({ summary: '查看机构' })
  @ApiOkResponse({ type: InstitutionDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.getInstitution.execute(caller, id));
  }

  @Post(':id/reveal')
  @HttpCode(200)
  @Allow('institution.reveal')
  @SecretAnswer()
  @ApiOperation({ summary: '查看负责人电话、身份证号和联系人电话明文；须说明理由，留痕，每人每天限 30 次' })
  @ApiOkResponse({ type: RevealedDto })
  reveal(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { fields, reason }: RevealHeadDto,
  ) {
    return this.revealHead.execute(caller, id, fields, reason);
  }
}
