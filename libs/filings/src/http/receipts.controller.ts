import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  FileStore,
  GivesFile,
  Public,
} from '@zhaoguan/platform';
import { ReadReceipt } from '../use-cases/read-receipt.query';
import { ReceiptVerificationDto } from './receipt.dto';

@ApiController('filings', '登记备案')
export class ReceiptsController {
  constructor(
    private readonly receipts: ReadReceipt,
    private readonly files: FileStore,
  ) {}

  @Get(':id/receipt.pdf')
  @Allow('filing.read')
  @ApiOperation({ summary: '下载备案回执' })
  @GivesFile('application/pdf')
  async pdf(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    const receipt = await this.receipts.file(caller, id);
    return download(await this.files.read(receipt.sm3), { ...receipt, mediaType: 'application/pdf' });
  }
}

@ApiController('public/receipts', '公开查询')
export class PublicReceiptsController {
  constructor(private readonly receipts: ReadReceipt) {}

  @Get(':filingNumber')
  @Public()
  @ApiOperation({ summary: '核验备案回执真伪' })
  @ApiOkResponse({ type: ReceiptVerificationDto })
  verify(@Param('filingNumber') filingNumber: string) {
    return this.receipts.verify(filingNumber);
  }
}
