import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { KINDS, UNFILED_SOURCES, type Kind, type UnfiledSource } from '@zhaoguan/contracts';
import { InWords, IsDay, MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional, IsString, Matches, MaxLength, ValidateIf } from 'class-validator';
import { unfiledSiteProcess, type UnfiledAction, type UnfiledStatus } from '../domain/unfiled-site.process';

/** Something besides white space. */
const FILL_IN = '请填写，至少两个字';

export class UnfiledSelectionDto {
  @ApiPropertyOptional({ enum: unfiledSiteProcess.states })
  @IsOptional()
  @IsIn(unfiledSiteProcess.states)
  status?: UnfiledStatus;
}

export class UnfiledListQueryDto extends IntersectionType(UnfiledSelectionDto, PageQuery) {}

export class RecordUnfiledSiteDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;
  @ApiProperty({ example: '610116', description: '所在区县' })
  @Matches(/^\d{6}$/, { message: '应为 6 位区县代码' })
  @IsString()
  district!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116001', description: '乡镇、街道' })
  @ValidateIf(({ township }: RecordUnfiledSiteDto) => township !== null)
  @Matches(/^\d{9}$/, { message: '应为 9 位乡镇、街道代码' })
  @IsString()
  township!: string | null;
  @ApiProperty({
    example: '示例·巷口老人公寓',
    maxLength: 100,
    description: '招牌上的名称；没有招牌的写明是什么',
  })
  @InWords(FILL_IN)
  @MaxLength(100)
  @IsString()
  name!: string;
  @ApiProperty({ example: '示例路12号院内二层', maxLength: 200 })
  @InWords(FILL_IN)
  @MaxLength(200)
  @IsString()
  address!: string;
  @ApiProperty({ type: String, nullable: true, description: '统一社会信用代码；不知道的为空' })
  @ValidateIf(({ uscc }: RecordUnfiledSiteDto) => uscc !== null)
  @MaxLength(18)
  @IsString()
  uscc!: string | null;
  @ApiProperty({ enum: UNFILED_SOURCES })
  @IsIn(UNFILED_SOURCES)
  source!: UnfiledSource;
  @ApiProperty({ format: 'date', example: '2026-11-20' })
  @IsDay()
  foundOn!: string;
  @ApiProperty({ maxLength: 1000, description: '线索的情况；不写个人的姓名、证件号码和电话' })
  @InWords(FILL_IN)
  @MaxLength(1000)
  @IsString()
  clue!: string;
}

export class UrgeUnfiledSiteDto {
  @ApiProperty({ format: 'date', example: '2026-11-20', description: '现场检查的日期' })
  @IsDay()
  visitedOn!: string;
  @ApiProperty({ maxLength: 1000, description: '现场的情况和督促的内容' })
  @InWords(FILL_IN)
  @MaxLength(1000)
  @IsString()
  note!: string;
}

export class SettleUnfiledSiteDto {
  @ApiProperty({ example: '610116-YL-2026-0001', description: '在名录中的备案编号' })
  @Matches(/\S/, { message: '请填写' })
  @MaxLength(50)
  @IsString()
  filingNumber!: string;
  @ApiPropertyOptional({ maxLength: 1000 })
  @MayBeAbsent()
  @MaxLength(1000)
  @IsString()
  note?: string;
}

export class DismissUnfiledSiteDto {
  @ApiProperty({ maxLength: 1000, description: '为什么不需要备案' })
  @InWords(FILL_IN)
  @MaxLength(1000)
  @IsString()
  note!: string;
}

class UnfiledSiteLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ type: String, nullable: true })
  township!: string | null;
  @ApiProperty({ example: '示例·巷口老人公寓' })
  name!: string;
  @ApiProperty()
  address!: string;
  @ApiProperty({ type: String, nullable: true })
  uscc!: string | null;
  @ApiProperty({ enum: UNFILED_SOURCES })
  source!: UnfiledSource;
  @ApiProperty({ format: 'date' })
  foundOn!: string;
  @ApiProperty({ enum: unfiledSiteProcess.states })
  status!: UnfiledStatus;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '最迟现场检查的日期，督促以后最迟备案、由机关复查的日期；办结的为空',
  })
  dueOn!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '已经备案的：名录中的机构' })
  institutionId!: string | null;
  @ApiProperty({ format: 'date-time' })
  recordedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

export class UnfiledActDto {
  @ApiProperty({ example: '现场检查并督促备案' })
  label!: string;
  @ApiProperty({ enum: unfiledSiteProcess.states })
  to!: UnfiledStatus;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty()
  actorName!: string;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true })
  visitedOn!: string | null;
}

export class UnfiledSiteDto extends UnfiledSiteLineDto {
  @ApiProperty()
  clue!: string;
  @ApiProperty({ example: '示例·李受理' })
  recordedByName!: string;
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: unfiledSiteProcess.actionNames, isArray: true })
  availableActions!: UnfiledAction[];
  @ApiProperty({ type: [UnfiledActDto] })
  history!: UnfiledActDto[];
}

export class UnfiledSitePage extends PageOf(UnfiledSiteLineDto) {}
