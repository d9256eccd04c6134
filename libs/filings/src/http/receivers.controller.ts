import { Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty } from '@nestjs/swagger';
import {
  FILING_ENDS,
  INSTITUTION_STATUSES,
  REGIMES,
  type Caller,
  type FilingEnd,
  type InstitutionStatus,
  type Regime,
} from '@zhaoguan/contracts';
import { Allow, ApiController, CurrentCaller, InWords, PageOf } from '@zhaoguan/platform';
import { IsString, MaxLength } from 'class-validator';
import { RECEIVER_DOUBTS, type ReceiverDoubt } from '../domain/receivers';
import { ReceiversOfNotice } from '../use-cases/receivers-of-notice.query';
import { SendingClosures } from '../use-cases/sending-closures.query';

const STOPS = ['suspend', 'close'] as const;

class AskedStopDto {
  @ApiProperty({ enum: STOPS })
  as!: 'suspend' | 'close';
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '申请的暂停、终止之日' })
  from!: string | null;
  @ApiProperty({ format: 'uuid' })
  filingId!: string;
}

class KnownReceiverDto {
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·颐和苑养老院', description: '现在的名称；按曾用名找到的与所写的不同' })
  name!: string;
  @ApiProperty({ enum: INSTITUTION_STATUSES })
  status!: InstitutionStatus;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({
    example: '陕西省西安市长安区示例路3号',
    description: '对外公开的地址；家庭托育点的只到街道',
  })
  address!: string;
  @ApiProperty({
    enum: STOPS,
    nullable: true,
    description: '已经准予、还没有到日子的暂停（suspend）、终止（close）',
  })
  stopsAs!: 'suspend' | 'close' | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '暂停、终止之日；日期已到、尚未生效的为空',
  })
  stopsOn!: string | null;
  @ApiProperty({
    type: AskedStopDto,
    nullable: true,
    description: '已经提交、还没有决定的暂停、终止；只有它自己的申请人和办理机关看得到，其他人为空',
  })
  asks!: AskedStopDto | null;
  @ApiProperty({ example: 120, description: '床位数、托位数；名录不知道其中有多少空余' })
  capacity!: number;
  @ApiProperty({ enum: REGIMES, description: '持有的是备案还是许可' })
  regime!: Regime;
  @ApiProperty({ enum: FILING_ENDS, nullable: true, description: '备案、许可已被注销、撤销；有效的为空' })
  endedAs!: FilingEnd | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '注销、撤销之日' })
  endedOn!: string | null;
}

class ReceiverDto {
  @ApiProperty({ example: '示例·颐和苑养老院' })
  name!: string;
  @ApiProperty({ type: Number, nullable: true, description: '去往这里的人数；整体承接的为空' })
  people!: number | null;
  @ApiProperty({
    type: [KnownReceiverDto],
    description: '名录中同名的同类机构，没有的，为曾用这个名称的，至多5家',
  })
  known!: KnownReceiverDto[];
  @ApiProperty({
    enum: RECEIVER_DOUBTS,
    nullable: true,
    description:
      'UNKNOWN 名录中没有；SEVERAL 同名的不止一家；FILING_ENDED 备案、许可已被注销或者撤销；NOT_OPERATING 暂停或者终止服务；ABOUT_TO_STOP 已经准予暂停或者终止、还没有到日子；ASKS_TO_STOP 已经申请暂停或者终止、还没有决定；TOO_FEW_PLACES 人数超过其床位、托位；ITSELF 是终止的机构自己',
  })
  doubt!: ReceiverDoubt | null;
}

class SuggestReceiversDto {
  @ApiProperty({ example: '颐养', maxLength: 100, description: '名称中连续的两个字以上' })
  @InWords('请填写名称中连续的两个字以上')
  @MaxLength(100)
  @IsString()
  name!: string;
}

class SuggestedReceiverDto {
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·颐和苑养老院' })
  name!: string;
  @ApiProperty({ example: 120, description: '床位数、托位数；名录不知道其中有多少空余' })
  capacity!: number;
}

class SendingClosureDto {
  @ApiProperty({ example: '示例·安居养老院', description: '终止服务的机构' })
  name!: string;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '它终止服务之日' })
  endsOn!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 10,
    description: '转入本机构的人数；只写明承接的为空',
  })
  people!: number | null;
  @ApiProperty({ description: '写明由本机构承接' })
  takesOver!: boolean;
  @ApiProperty({ description: '已经准予；没有准予的只有办理机关看得到' })
  granted!: boolean;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '那一件；不能打开的人为空' })
  filingId!: string | null;
}

/** Who takes people in when an institution stops or ends. */
@ApiController('filings', '登记备案')
export class ReceiversController {
  constructor(
    private readonly receivers: ReceiversOfNotice,
    private readonly sending: SendingClosures,
  ) {}

  @Get(':id/receivers')
  @Allow('filing.read')
  @ApiOperation({ summary: '安置方案写明的接收机构、承接机构在名录中的情况，供核对，不影响办理' })
  @ApiOkResponse({ type: PageOf(ReceiverDto) })
  ofFiling(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.receivers.execute(caller, id);
  }

  @Get(':id/sending-closures')
  @Allow('filing.read')
  @ApiOperation({
    summary:
      '本机构申请暂停、终止时，安置方案写明有人转入本机构或者由本机构承接的其他机构的终止，供核对，不影响办理',
    description: '终止后续核实办结以前的；不是暂停、终止的为空。先终止的在前，已准予的在前。',
  })
  @ApiOkResponse({ type: PageOf(SendingClosureDto) })
  sendingClosures(@CurrentCaller() caller: Caller, @Param('id', ParseUUIDPipe) id: string) {
    return this.sending.execute(caller, id);
  }

  @Get(':id/receivers/suggestions')
  @Allow('filing.read')
  @ApiOperation({
    summary: '填写承接机构时，名录中可以选的机构',
    description:
      '本区县、同类、正在服务、备案或者许可有效的，不含本件的机构；床位、托位够安置全部人员的在前，至多10家。名录中没有的也可以填写。',
  })
  @ApiOkResponse({ type: PageOf(SuggestedReceiverDto) })
  suggest(
    @CurrentCaller() caller: Caller,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() { name }: SuggestReceiversDto,
  ) {
    return this.receivers.suggest(caller, id, name.trim());
  }
}
