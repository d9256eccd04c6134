import { Body, Get, HttpCode, Inject, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import type { Clock } from '@zhaoguan/kernel';
import {
  Allow,
  ApiController,
  CLOCK,
  CurrentCaller,
  IfMatch,
  SecretAnswer,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { accountState } from '../domain/person';
import { ManagePerson, type WithInitialPassword } from '../use-cases/manage-person';
import { PeopleQuery, type Account } from '../use-cases/people.query';
import { VacantAdvisersQuery } from '../use-cases/vacant-advisers.query';
import {
  AddPersonDto,
  ChangePersonDto,
  PeopleListDto,
  PersonDto,
  PersonPage,
  PersonWithPasswordDto,
  VacantAdvisersPage,
} from './people.dto';

@ApiController('people', '人员账号')
export class PeopleController {
  constructor(
    private readonly manage: ManagePerson,
    private readonly people: PeopleQuery,
    private readonly vacantAdvisers: VacantAdvisersQuery,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  @Get()
  @Allow('person.manage')
  @ApiOperation({ summary: '本辖区的人员账号，新的在前' })
  @ApiOkResponse({ type: PersonPage })
  async list(@CurrentCaller() caller: Caller, @Query() query: PeopleListDto) {
    const page = await this.people.list(caller, query);
    return { ...page, items: page.items.map((account) => this.present(account)) };
  }

  @Post()
  @Allow('person.manage')
  @SecretAnswer()
  @ApiOperation({ summary: '新建账号；初始密码只显示一次' })
  @ApiCreatedResponse({ type: PersonWithPasswordDto })
  async add(@CurrentCaller() caller: Caller, @Body() body: AddPersonDto) {
    const added = await this.manage.add(caller, { ...body, homeDistrict: body.homeDistrict ?? null });
    return this.reveal(caller, added);
  }

  @Get('vacant-advisers')
  @Allow('person.manage')
  @ApiOperation({ summary: '本辖区没有协同意见答复人的部门（消防、市场监管、住建、教育），按区县列出' })
  @ApiOkResponse({ type: VacantAdvisersPage })
  vacant(@CurrentCaller() caller: Caller) {
    return this.vacantAdvisers.execute(caller);
  }

  @Get(':id')
  @Allow('person.manage')
  @ApiOperation({ summary: '查看账号' })
  @ApiOkResponse({ type: PersonDto })
  async get(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, this.present(await this.people.get(caller, id)));
  }

  @Patch(':id')
  @Allow('person.manage')
  @ApiOperation({ summary: '变更姓名、岗位、辖区、部门' })
  @ApiOkResponse({ type: PersonDto })
  async change(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Body() body: ChangePersonDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const changed = await this.manage.changeRights(caller, id, body, version);
    return withEtag(reply, this.present(await this.people.account(caller, changed)));
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Allow('person.manage')
  @ApiOperation({ summary: '停用账号，立即失效' })
  @ApiOkResponse({ type: PersonDto })
  async disable(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.present(await this.people.account(caller, await this.manage.disable(caller, id)));
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Allow('person.manage')
  @ApiOperation({ summary: '启用账号，并解除锁定' })
  @ApiOkResponse({ type: PersonDto })
  async enable(@CurrentCaller() caller: Caller, @Param('id') id: string) {
    return this.present(await this.people.account(caller, await this.manage.enable(caller, id)));
  }

  @Post(':id/reset-password')
  @HttpCode(200)
  @Allow('person.manage')
  @SecretAnswer()
  @ApiOperation({ summary: '重置密码，并退出其所有登录' })
  @ApiOkResponse({ type: PersonWithPasswordDto })
  async resetPassword(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @IfMatch() version: number | undefined,
  ) {
    return this.reveal(caller, await this.manage.resetPassword(caller, id, version));
  }

  private async reveal(
    caller: Caller,
    { person, initialPassword }: WithInitialPassword,
  ): Promise<PersonWithPasswordDto> {
    return { person: this.present(await this.people.account(caller, person)), initialPassword };
  }

  /** Member by member: a row also holds the password hash. */
  private present({ person, lastSignInAt }: Account): PersonDto {
    const { id, username, name, homeDistrict, version } = person;
    const state = accountState(person, this.clock.now());
    return {
      id,
      username,
      name,
      roles: [...person.roles],
      districts: [...person.districts],
      departments: [...person.departments],
      homeDistrict,
      mustChangePassword: person.mustChangePassword,
      hasPassword: person.hasPassword,
      disabled: person.disabledAt !== null,
      locked: state === 'LOCKED',
      state,
      lastSignInAt,
      version,
    };
  }
}
