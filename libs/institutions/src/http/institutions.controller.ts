import { Get, Param, ParseUUIDPipe, Query, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, PageOf, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { GetInstitution } from '../use-cases/get-institution.query';
import { ListInstitutions } from '../use-cases/list-institutions.query';
import { InstitutionDto, InstitutionLineDto, InstitutionListQueryDto } from './institution.dto';

@ApiController('institutions', '机构名录')
export class InstitutionsController {
  constructor(
    private readonly listInstitutions: ListInstitutions,
    private readonly getInstitution: GetInstitution,
  ) {}

  @Get()
  @Allow('institution.read')
  @ApiOperation({ summary: '机构名录：工作人员看本辖区的，经办人看自己的' })
  @ApiOkResponse({ type: PageOf(InstitutionLineDto) })
  list(@CurrentCaller() caller: Caller, @Query() query: InstitutionListQueryDto) {
    return this.listInstitutions.execute(caller, query);
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
}
