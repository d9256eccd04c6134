import { ApiProperty } from '@nestjs/swagger';

export class AssistanceDto {
  @ApiProperty({ example: '示例·李受理', description: '代办人' })
  officialName!: string;
  @ApiProperty({ example: '示例·王经办', description: '申请人账号的姓名' })
  applicantName!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date-time', description: '结束代办的时间' })
  endedAt!: Date | null;
  @ApiProperty({
    type: Boolean,
    nullable: true,
    description: '是代办人自己退出的；申请人结束的为 false，没有记载的为空',
  })
  left!: boolean | null;
  @ApiProperty({ description: '由当前登录人代为填报；代办人不能办理自己代办的备案' })
  byViewer!: boolean;
  @ApiProperty({ description: '当前登录人现在代申请人填写' })
  acting!: boolean;
  @ApiProperty({ description: '当前登录人可以结束代办' })
  mayEnd!: boolean;
}

export class FilingReturnDto {
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ example: '陕西省西安市长安区民政局', description: '备案机关' })
  by!: string;
}

export class FirstResidentDto {
  @ApiProperty({ format: 'date', example: '2026-11-16', description: '首位老年人收住日期' })
  on!: string;
  @ApiProperty({ example: 4, description: '收住后第几个工作日首次提交备案；当日为 0' })
  workingDay!: number;
  @ApiProperty({ example: 10, description: '应当在收住后多少个工作日以内备案' })
  limit!: number;
  @ApiProperty({ description: '超过期限，只供受理人参考' })
  isLate!: boolean;
}

/** The suspension that a resumption ends (恢复所结束的暂停). */
export class EndedSuspensionDto {
  @ApiProperty({ description: '最近一次说明暂停的是延长暂停：那一件是延长的，原因是延长的原因' })
  prolonged!: boolean;
  @ApiProperty({ format: 'uuid', description: '最近一次说明暂停的那一件（暂停或者延长暂停）' })
  filingId!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '准予暂停备案的日期' })
  filedOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-12-01',
    description: '暂停服务起始日',
  })
  startsOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2027-03-01',
    description: '预计恢复服务日',
  })
  endsOn!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '房屋装修，更换消防设施', description: '暂停的原因' })
  reason!: string | null;
}

/** The suspension that another one prolongs (延长暂停). */
class ProlongedDto {
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-12-01',
    description: '暂停服务起始日',
  })
  since!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2027-03-01',
    description: '原预计恢复服务日',
  })
  until!: string | null;
}

/** What a suspension, or what ends one, has to do with the one before. */
export class AboutSuspensionDto {
  @ApiProperty({
    type: EndedSuspensionDto,
    nullable: true,
    description: '恢复服务、延长暂停：它所结束、所延长的暂停；其他类型和没有办理过暂停备案的为空',
  })
  suspension!: EndedSuspensionDto | null;
  @ApiProperty({
    type: ProlongedDto,
    nullable: true,
    description: '延长暂停（已经暂停服务的机构办理的暂停）：它所延长的暂停；其他为空',
  })
  prolongs!: ProlongedDto | null;
}
