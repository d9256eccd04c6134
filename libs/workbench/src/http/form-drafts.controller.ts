import { Body, Delete, Get, HttpCode, HttpStatus, Param, Put, Res } from '@nestjs/common';
import { ApiHeader, ApiNoContentResponse, ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { ApiController, CurrentCaller, IfMatch, SignedIn, withEtag } from '@zhaoguan/platform';
import type { FastifyReply } from 'fastify';
import { FormDrafts } from '../use-cases/form-drafts';
import {
  FormDraftDto,
  FormDraftLineDto,
  FormDraftListDto,
  FormKeyDto,
  SaveFormDraftDto,
} from './form-drafts.dto';

const IF_MATCH = { name: 'If-Match', required: false, description: '读到的版本号；没有读到过草稿的不带' };

@ApiController('form-drafts', '工作台')
export class FormDraftsController {
  constructor(private readonly drafts: FormDrafts) {}

  @Get()
  @SignedIn()
  @ApiOperation({ summary: '我的表单草稿' })
  @ApiOkResponse({ type: FormDraftListDto })
  async list(@CurrentCaller() caller: Caller) {
    return { items: await this.drafts.list(caller) };
  }

  @Get(':key')
  @SignedIn()
  @ApiOperation({ summary: '读取一份表单草稿' })
  @ApiOkResponse({ type: FormDraftDto })
  @ApiNoContentResponse({ description: '没有草稿' })
  async get(
    @CurrentCaller() caller: Caller,
    @Param() { key }: FormKeyDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    const draft = await this.drafts.get(caller, key);
    if (draft !== null) return withEtag(reply, draft);
    void reply.status(HttpStatus.NO_CONTENT);
    return undefined;
  }

  @Put(':key')
  @SignedIn()
  @ApiOperation({ summary: '保存表单草稿；另一个页面保存过的，返回 412' })
  @ApiHeader(IF_MATCH)
  @ApiOkResponse({ type: FormDraftLineDto })
  async save(
    @CurrentCaller() caller: Caller,
    @Param() { key }: FormKeyDto,
    @Body() { content }: SaveFormDraftDto,
    @IfMatch() version: number | undefined,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.drafts.save(caller, key, content, version));
  }

  @Delete(':key')
  @SignedIn()
  @HttpCode(204)
  @ApiOperation({ summary: '丢弃表单草稿' })
  @ApiHeader(IF_MATCH)
  @ApiNoContentResponse()
  async discard(
    @CurrentCaller() caller: Caller,
    @Param() { key }: FormKeyDto,
    @IfMatch() version: number | undefined,
  ): Promise<void> {
    await this.drafts.discard(caller, key, version);
  }
}
