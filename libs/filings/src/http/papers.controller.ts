import { Get, Param, ParseUUIDPipe, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation } from '@nestjs/swagger';
import type { Caller } from '@zhaoguan/contracts';
import {
  Allow,
  ApiController,
  CurrentCaller,
  download,
  downloadPrinted,
  FileStore,
  GivesFile,
  GivesPaper,
  PageOf,
  PaperLineDto,
} from '@zhaoguan/platform';
import { PrintApplication } from '../use-cases/print-application.query';
import { PrintAssistanceConfirmation } from '../use-cases/print-assistance-confirmation.query';
import { ListPapers } from '../use-cases/list-papers.query';

@ApiController('filings', '登记备案')
export class PapersController {
  constructor(
    private readonly papers: ListPapers,
    private readonly printApplication: PrintApplication,
    private readonly printConfirmation: PrintAssistanceConfirmation,
    private readonly files: FileStore,
  ) {}

  @Get(':id/papers')
  @Allow('filing.read')
  @ApiOperation({ summary: '本件的文书：备案回执、补正通知书、告知书，新的在前' })
  @ApiOkResponse({ type: PageOf(PaperLineDto) })
  list(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.papers.execute(caller, id);
  }

  @Get(':id/application.pdf')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '打印已填写的备案书、备案申请书',
    description:
      '只供申请人和窗口代办人；号码完整，没有编号、印章和二维码。窗口代办人打印的，记入查看个人信息的记录。',
  })
  @GivesFile('application/pdf')
  async application(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return downloadPrinted(await this.printApplication.execute(caller, id));
  }

  @Get(':id/assistance-confirmation.pdf')
  @Allow('filing.file', 'filing.assist')
  @ApiOperation({
    summary: '打印窗口代办确认书，供申请人签字盖章',
    description:
      '只供申请人和窗口代办人；写明代办人、代办的事项和申请人确认的内容，没有编号、印章和二维码。不是窗口代办的、申请人已结束代办的为 NOT_FOUND。',
  })
  @GivesFile('application/pdf')
  async assistanceConfirmation(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<StreamableFile> {
    return downloadPrinted(await this.printConfirmation.execute(caller, id));
  }

  @Get(':id/papers/:paperId/file')
  @Allow('filing.read')
  @ApiOperation({ summary: '下载文书；备案回执由 receipt.pdf 下载' })
  @GivesPaper()
  async file(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Param('paperId', ParseUUIDPipe) paperId: string,
  ): Promise<StreamableFile> {
    const file = await this.papers.file(caller, id, paperId);
    return download(await this.files.read(file.sm3), { ...file, mediaType: 'application/pdf' });
  }
}
