import {
  Body,
  Get,
  HttpCode,
  Param,
  ParseUUIDPipe,
  Patch,
  Post,
  Put,
  Req,
  Res,
  type StreamableFile,
} from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import { CurrentPartner, signedFile, type Partner, type PartnerRequest } from '@zhaoguan/exchange';
import {
  ApiController,
  ByPartner,
  download,
  FileStore,
  GivesFile,
  GivesPaper,
  IfMatch,
  PageOf,
  PaperLineDto,
  TakesFile,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { AbandonDraft } from '../use-cases/abandon-draft';
import { AttachMaterial } from '../use-cases/attach-material';
import { ListPapers } from '../use-cases/list-papers.query';
import { ReadReceipt } from '../use-cases/read-receipt.query';
import { ReceiveCase } from '../use-cases/receive-case';
import { SubmitFiling } from '../use-cases/submit-filing';
import { WithdrawFiling } from '../use-cases/withdraw-filing';
import { Reference } from './case-reference';
import { EditFilingDto, WithdrawFilingDto } from './draft-filing.dto';
import { ExchangeFilingInputDto } from './exchange-filings.dto';
import { FilingDto } from './filing.dto';

const Reply = (): ParameterDecorator => Res({ passthrough: true });

/** What a partner platform does for its users; each request is signed (docs/guide/exchange.md). */
@ApiController('exchange/filings', '平台对接')
@ByPartner()
export class ExchangeFilingsController {
  constructor(
    private readonly cases: ReceiveCase,
    private readonly attachMaterial: AttachMaterial,
    private readonly submitFiling: SubmitFiling,
    private readonly withdrawFiling: WithdrawFiling,
    private readonly abandonDraft: AbandonDraft,
    private readonly receipts: ReadReceipt,
    private readonly listPapers: ListPapers,
    private readonly files: FileStore,
  ) {}

  @Post()
  @ApiOperation({
    summary: '转来首次备案，或者由它登记的机构的变更、暂停、恢复、终止',
    description:
      '起草一件备案，规则与经办人自行填报相同；不是首次备案的，以 firstReference 写明机构，由首次备案的同一用户办理。' +
      '同一业务编号、同样内容重复提交的，返回该件现在的情况。',
  })
  @ApiCreatedResponse({ type: FilingDto })
  async receive(
    @CurrentPartner() partner: Partner,
    @Body() body: ExchangeFilingInputDto,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.cases.execute(partner, body, id));
  }

  @Get(':reference')
  @ApiOperation({ summary: '查看转来的备案：状态、补正意见、期限、备案编号' })
  @ApiOkResponse({ type: FilingDto })
  async get(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.cases.read(partner, reference, id));
  }

  @Patch(':reference')
  @ApiOperation({ summary: '修改转来的备案：提交以前，或者退回补正以后' })
  @ApiOkResponse({ type: FilingDto })
  async correct(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @IfMatch('required') version: number | undefined,
    @Body() { institution }: EditFilingDto,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    return withEtag(reply, await this.cases.correct(partner, reference, { institution, version }, id));
  }

  @Put(':reference/materials/:code')
  @ApiOperation({ summary: '上传备案材料（PDF、JPEG、PNG，不超过 20 MB）；摘要为文件内容的摘要' })
  @TakesFile()
  @ApiOkResponse({ type: FilingDto })
  async attach(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Param('code') code: string,
    @Req() request: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    const { caller, filingId } = await this.cases.actingFor(partner, reference, request.id);
    await this.attachMaterial.check(caller, filingId, code);
    const upload = await signedFile(request);
    return withEtag(reply, await this.attachMaterial.execute(caller, filingId, code, upload));
  }

  @Post(':reference/submit')
  @HttpCode(200)
  @ApiOperation({ summary: '提交转来的备案；退回补正以后重新提交' })
  @ApiOkResponse({ type: FilingDto })
  async submit(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @IfMatch() version: number | undefined,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    const { caller, filingId } = await this.cases.actingFor(partner, reference, id);
    return withEtag(reply, await this.submitFiling.execute(caller, filingId, version));
  }

  @Post(':reference/withdraw')
  @HttpCode(200)
  @ApiOperation({ summary: '撤回转来的备案：已经提交、还没有作出决定的，按申请人的意思撤回' })
  @ApiBody({ type: WithdrawFilingDto, required: false })
  @ApiOkResponse({ type: FilingDto })
  async withdraw(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Body() { reason }: WithdrawFilingDto,
    @IfMatch() version: number | undefined,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    const { caller, filingId } = await this.cases.actingFor(partner, reference, id);
    return withEtag(reply, await this.withdrawFiling.execute(caller, filingId, reason, version));
  }

  @Post(':reference/abandon')
  @HttpCode(200)
  @ApiOperation({
    summary: '删除转来、从未提交的草稿',
    description:
      '同一机构同时只办一件变更、暂停、恢复或者终止：不再办理的草稿，删除以后才能另办一件。业务编号不能再用。',
  })
  @ApiOkResponse({ type: FilingDto })
  async abandon(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @IfMatch() version: number | undefined,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ) {
    const { caller, filingId } = await this.cases.actingFor(partner, reference, id);
    return withEtag(reply, await this.abandonDraft.execute(caller, filingId, version));
  }

  @Get(':reference/papers')
  @ApiOperation({ summary: '本件的文书：备案回执、补正通知书、告知书、决定书，新的在前' })
  @ApiOkResponse({ type: PageOf(PaperLineDto) })
  async papers(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Req() { id }: PartnerRequest,
  ) {
    const { caller, filingId } = await this.cases.readingFor(partner, reference, id);
    return this.listPapers.execute(caller, filingId);
  }

  @Get(':reference/papers/:paperId/file')
  @ApiOperation({
    summary: '下载文书；备案回执由 receipt.pdf 下载',
    description:
      '响应头 X-Content-SM3 为文件的 SM3。正在制作的为 409 PAPER_NOT_READY，请按响应头 Retry-After（秒）再取。',
  })
  @GivesPaper()
  async paper(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { caller, filingId } = await this.cases.readingFor(partner, reference, id);
    const file = await this.listPapers.file(caller, filingId, paperId);
    void reply.header('x-content-sm3', file.sm3);
    return download(await this.files.read(file.sm3), { ...file, mediaType: 'application/pdf' });
  }

  @Get(':reference/receipt.pdf')
  @ApiOperation({
    summary: '下载备案回执',
    description: '响应头 X-Content-SM3 为文件的 SM3；签名见 GET /public/signatures/{sm3}。',
  })
  @GivesFile('application/pdf')
  async receipt(
    @CurrentPartner() partner: Partner,
    @Reference() reference: string,
    @Req() { id }: PartnerRequest,
    @Reply() reply: FastifyReply,
  ): Promise<StreamableFile> {
    const { caller, filingId } = await this.cases.readingFor(partner, reference, id);
    const receipt = await this.receipts.file(caller, filingId);
    void reply.header('x-content-sm3', receipt.sm3);
    return download(await this.files.read(receipt.sm3), { ...receipt, mediaType: 'application/pdf' });
  }
}
