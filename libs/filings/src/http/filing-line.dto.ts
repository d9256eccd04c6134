import { SITE_TYPES } from '@zhaoguan/contracts';
import { ApiProperty } from '@nestjs/swagger';
import { FilingCore } from './filing.dto';

/** A filing in a list. */
export class FilingLineDto extends FilingCore {
  @ApiProperty({ example: '示例·长安养老院' })
  name!: string;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ description: '申请延续现有许可；还没有提交的，今天提交是不是延续' })
  renewal!: boolean;
  @ApiProperty({ description: '延长暂停：已经暂停服务的机构办理的暂停' })
  prolongs!: boolean;
  @ApiProperty({ example: '526101160000000199' })
  uscc!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '待受理的许可申请：最迟告知是否受理的日期；其他的为空',
  })
  admitBy!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date-time',
    description: '准予的时间；没有准予的为空',
  })
  acceptedAt!: Date | null;
  @ApiProperty({ description: '已经准予的暂停、恢复、终止服务，在生效以前准予撤回的' })
  retracted!: boolean;
  @ApiProperty({ description: '由本机关办理；上级只读下级办理的' })
  ofOwnOffice!: boolean;
  @ApiProperty({ type: String, nullable: true, example: '示例·李受理', description: '承办人，仅受理人可见' })
  assigneeName!: string | null;
}
