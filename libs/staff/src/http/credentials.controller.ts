import { Body, Get, Param, ParseUUIDPipe, Post, Req, Res, type StreamableFile } from '@nestjs/common';
import { ApiCreatedResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import { normalizeText, plainDate } from '@zhaoguan/kernel';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  GivesUpload,
  TakesFile,
  uploadedFile,
  withEtag,
} from '@zhaoguan/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { NewCredential } from '../domain/member';
import { EnterCredential } from '../use-cases/enter-credential';
import { StaffFiles } from '../use-cases/staff-files';
import { NewCredentialDto } from './staff-input.dto';
import { StaffFileDto, StaffMemberDto } from './staff.dto';

@ApiController('staff', '从业人员名录')
export class CredentialsController {
  constructor(
    private readonly enter: EnterCredential,
    private readonly files: StaffFiles,
  ) {}

  @Post(':id/credentials')
  @Allow('staff.keep')
  @ApiOperation({ summary: '登记证件；同类的以新的为准，原来的保留' })
  @ApiCreatedResponse({ type: StaffMemberDto })
  async add(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() body: NewCredentialDto,
    @Res({ passthrough: true }) reply: FastifyReply,
  ) {
    return withEtag(reply, await this.enter.execute(caller, id, credentialOf(body)));
  }

  @Post(':id/files')
  @Allow('staff.keep')
  @ApiOperation({ summary: '上传证件扫描件' })
  @TakesFile()
  @ApiCreatedResponse({ type: StaffFileDto })
  async upload(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Req() request: FastifyRequest,
  ) {
    const { file, filename } = await uploadedFile(request);
    return this.files.add(caller, id, file, filename);
  }

  @Get(':id/files/:fileId')
  @Allow('staff.keep', 'staff.read')
  @ApiOperation({ summary: '下载证件扫描件' })
  @GivesUpload()
  async download(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('fileId', ParseUUIDPipe) fileId: string,
  ): Promise<StreamableFile> {
    const { file, content } = await this.files.read(caller, id, fileId);
    return download(content, { ...file, fileName: file.name });
  }
}

function credentialOf(body: NewCredentialDto): NewCredential {
  const { type, requirement, title, number, issuedOn, validUntil, result, fileId } = body;
  return {
    type,
    requirement: type === 'HEALTH' || type === 'BACKGROUND' ? null : (requirement ?? null),
    title: normalizeText(title),
    number: number === undefined ? null : normalizeText(number),
    issuedOn: plainDate(issuedOn),
    validUntil: validUntil === undefined ? null : plainDate(validUntil),
    result: type === 'BACKGROUND' ? (result ?? null) : null,
    fileId: fileId ?? null,
  };
}
