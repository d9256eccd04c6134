import { Delete, Head, Param, Patch, Post, Req, Res } from '@nestjs/common';
import {
  ApiConsumes,
  ApiCreatedResponse,
  ApiHeader,
  ApiNoContentResponse,
  ApiOperation,
} from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ResumableUploads } from '../storage/resumable-uploads';
import { Allow, ApiController, CurrentCaller } from './policy';

const OFFSET = { name: 'Upload-Offset', required: true, description: '从第几个字节起' } as const;
const VERSION = { name: 'Tus-Resumable', required: true, example: '1.0.0' } as const;

/** Uploads that go on where they broke off: https://tus.io. A record takes a whole one by its id. */
@ApiController('uploads', '断点续传')
export class UploadsController {
  constructor(private readonly uploads: ResumableUploads) {}

  @Post()
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '开始一次可以续传的上传（tus 协议）；地址在 Location 中，一天内有效' })
  @ApiHeader(VERSION)
  @ApiHeader({ name: 'Upload-Length', required: true, description: '文件的字节数，不超过 20 MB' })
  @ApiHeader({
    name: 'Upload-Metadata',
    required: false,
    description: 'filename 加一个空格，再加文件名的 Base64',
  })
  @ApiCreatedResponse({ content: { 'text/plain': { schema: { type: 'string', maxLength: 0 } } } })
  begin(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest, @Res() reply: FastifyReply) {
    return this.uploads.begin(caller, request, reply);
  }

  @Patch(':id')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '从断点起续传' })
  @ApiConsumes('application/offset+octet-stream')
  @ApiHeader(VERSION)
  @ApiHeader(OFFSET)
  @ApiNoContentResponse()
  goOn(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.uploads.goOn(caller.id, id, request, reply);
  }

  @Head(':id')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '查已经收到多少，在 Upload-Offset 中' })
  @ApiHeader(VERSION)
  ask(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.uploads.goOn(caller.id, id, request, reply);
  }

  @Delete(':id')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({ summary: '放弃上传' })
  @ApiHeader(VERSION)
  @ApiNoContentResponse()
  giveUp(
    @CurrentCaller() caller: Caller,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ) {
    return this.uploads.goOn(caller.id, id, request, reply);
  }
}
