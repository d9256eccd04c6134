import { Body, Get, HttpCode, Inject, Param, ParseUUIDPipe, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CONFIG,
  CurrentCaller,
  IfMatch,
  PageOf,
  PageQuery,
  SecretAnswer,
  withEtag,
  type AppConfig,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { checkWebhookUrl } from '../domain/webhook-target';
import { guardOf } from '../jobs/address-guard';
import { ManagePartners } from '../use-cases/manage-partners';
import { PartnersQuery } from '../use-cases/partners.query';
import {
  ChangePartnerDto,
  DeliveryDto,
  DeliveryListDto,
  IssuedKeyDto,
  PartnerDto,
  RegisterPartnerDto,
  ResendDto,
  ResentDto,
} from './partner.dto';
import { PartnerFileDto } from './partner-folder.dto';

const Id = (): ParameterDecorator => Param('id', ParseUUIDPipe);
const Reply = (): ParameterDecorator => Res({ passthrough: true });

@ApiController('partners', '对接平台')
export class PartnersController {
  constructor(
    private readonly manage: ManagePartners,
    private readonly query: PartnersQuery,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  @Get()
  @Allow('partner.manage')
  @ApiOperation({ summary: '本辖区的对接平台' })
  @ApiOkResponse({ type: PageOf(PartnerDto) })
  list(@CurrentCaller() caller: Caller, @Query() query: PageQuery) {
    return this.query.list(caller, query);
  }

  @Post()
  @Allow('partner.manage')
  @SecretAnswer()
  @ApiOperation({ summary: '登记对接平台；访问密钥只显示一次' })
  @ApiCreatedResponse({ type: IssuedKeyDto })
  register(@CurrentCaller() caller: Caller, @Body() body: RegisterPartnerDto) {
    const webhookUrl = this.checked(body.webhookUrl) ?? null;
    return this.manage.register(caller, { ...body, webhookUrl, folder: body.folder || null });
  }

  @Get(':id')
  @Allow('partner.manage')
  @ApiOperation({ summary: '查看对接平台' })
  @ApiOkResponse({ type: PartnerDto })
  async get(@CurrentCaller() caller: Caller, @Id() id: string, @Reply() reply: FastifyReply) {
    return withEtag(reply, await this.query.get(caller, id));
  }

  @Patch(':id')
  @Allow('partner.manage')
  @ApiOperation({ summary: '变更对接平台' })
  @ApiOkResponse({ type: PartnerDto })
  async change(
    @CurrentCaller() caller: Caller,
    @Id() id: string,
    @IfMatch('required') version: number | undefined,
    @Body() { webhookUrl, folder, ...body }: ChangePartnerDto,
    @Reply() reply: FastifyReply,
  ) {
    const sent = {
      ...body,
      ...(webhookUrl === undefined ? {} : { webhookUrl: this.checked(webhookUrl) ?? null }),
      ...(folder === undefined ? {} : { folder: folder || null }),
    };
    const change = Object.fromEntries(Object.entries(sent).filter(([, value]) => value !== undefined));
    await this.manage.change(caller, id, change, version);
    return withEtag(reply, await this.query.get(caller, id));
  }

  @Post(':id/rotate-key')
  @HttpCode(200)
  @Allow('partner.manage')
  @SecretAnswer()
  @ApiOperation({ summary: '更换访问密钥；原密钥 24 小时后失效，新密钥只显示一次' })
  @ApiOkResponse({ type: IssuedKeyDto })
  rotate(@CurrentCaller() caller: Caller, @Id() id: string, @IfMatch() version: number | undefined) {
    return this.manage.rotateKey(caller, id, version);
  }

  @Post(':id/disable')
  @HttpCode(200)
  @Allow('partner.manage')
  @ApiOperation({ summary: '停用对接平台：立即不再接收和推送' })
  @ApiOkResponse({ type: PartnerDto })
  async disable(@CurrentCaller() caller: Caller, @Id() id: string) {
    await this.manage.disable(caller, id);
    return this.query.get(caller, id);
  }

  @Post(':id/enable')
  @HttpCode(200)
  @Allow('partner.manage')
  @ApiOperation({ summary: '启用对接平台' })
  @ApiOkResponse({ type: PartnerDto })
  async enable(@CurrentCaller() caller: Caller, @Id() id: string) {
    await this.manage.enable(caller, id);
    return this.query.get(caller, id);
  }

  @Get(':id/deliveries')
  @Allow('partner.manage')
  @ApiOperation({ summary: '推送记录，新的在前；推送结束后保留 90 天' })
  @ApiOkResponse({ type: PageOf(DeliveryDto) })
  deliveries(@CurrentCaller() caller: Caller, @Id() id: string, @Query() query: DeliveryListDto) {
    return this.query.listDeliveries(caller, id, query);
  }

  @Get(':id/files')
  @Allow('partner.manage')
  @ApiOperation({ summary: '文件交换：平台放入文件夹的文件，新的在前；读取后保留 90 天' })
  @ApiOkResponse({ type: PageOf(PartnerFileDto) })
  files(@CurrentCaller() caller: Caller, @Id() id: string, @Query() query: PageQuery) {
    return this.query.listFiles(caller, id, query);
  }

  @Post(':id/deliveries/resend')
  @HttpCode(200)
  @Allow('partner.manage')
  @ApiOperation({ summary: '重新推送推送失败的进展' })
  @ApiOkResponse({ type: ResentDto })
  resend(@CurrentCaller() caller: Caller, @Id() id: string, @Body() { changeId }: ResendDto) {
    return this.manage.resend(caller, id, changeId);
  }

  private checked(url: string | null | undefined): string | null | undefined {
    if (url) checkWebhookUrl(url, this.config.demo, guardOf(this.config));
    return url === '' ? null : url;
  }
}
