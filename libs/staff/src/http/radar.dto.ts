import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  EXPIRY_FINDINGS,
  EXPIRY_WHATS,
  KINDS,
  SITE_TYPES,
  type ExpiryFinding,
  type ExpiryWhat,
  type Kind,
} from '@zhaoguan/contracts';
import { InWords, PageOf, PageQuery } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
} from 'class-validator';
import { expiryProcess, type ExpiryStatus } from '../domain/expiry.process';

const DAY = { type: String, format: 'date', nullable: true } as const;

export class ExpiryMonthsQueryDto {
  @ApiPropertyOptional({ format: 'uuid', description: '机构' })
  @IsOptional()
  @IsUUID()
  institutionId?: string;

  @ApiPropertyOptional({ enum: EXPIRY_WHATS, description: '什么到期' })
  @IsOptional()
  @IsIn(EXPIRY_WHATS)
  what?: ExpiryWhat;
}

export class ExpirySelectionDto {
  @ApiPropertyOptional({ format: 'uuid', description: '机构' })
  @IsOptional()
  @IsUUID()
  institutionId?: string;

  @ApiPropertyOptional({ enum: EXPIRY_WHATS, description: '什么到期' })
  @IsOptional()
  @IsIn(EXPIRY_WHATS)
  what?: ExpiryWhat;

  @ApiPropertyOptional({ enum: expiryProcess.states })
  @IsOptional()
  @IsIn(expiryProcess.states)
  status?: ExpiryStatus;

  @ApiPropertyOptional({ minimum: 0, maximum: 3650, description: '几天内到期，已到期的也在内' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(3650)
  within?: number;

  @ApiPropertyOptional({ example: '2026-12', description: '哪个月到期' })
  @IsOptional()
  @Matches(/^20\d{2}-(0[1-9]|1[0-2])$/, { message: '应为年和月，如 2026-12' })
  month?: string;
}

export class ExpiryListQueryDto extends IntersectionType(ExpirySelectionDto, PageQuery) {}

class ExpiryLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安养老院' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ enum: EXPIRY_WHATS })
  what!: ExpiryWhat;
  @ApiProperty({ example: '食品经营许可证' })
  whatLabel!: string;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '从业人员；机构自身的为空' })
  memberId!: string | null;
  @ApiProperty({ format: 'date', description: '有效的最后一日' })
  endsOn!: string;
  @ApiProperty({ example: 24, description: '还有几天；负数为已到期' })
  daysLeft!: number;
  @ApiProperty({ enum: expiryProcess.states })
  status!: ExpiryStatus;
  @ApiProperty({ example: '关注中' })
  statusLabel!: string;
  @ApiProperty({ enum: EXPIRY_FINDINGS, nullable: true })
  finding!: ExpiryFinding | null;
  @ApiProperty({ type: String, nullable: true, example: '没有续期，已要求整改' })
  findingLabel!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '核查情况' })
  findingNote!: string | null;
  @ApiProperty(DAY)
  checkedOn!: string | null;
  @ApiProperty({ description: '许可已经申请延续，等待决定，不需要再次申请；其他事项一律为 false' })
  renewalWaits!: boolean;
}

export class ExpiryPageDto extends PageOf(ExpiryLineDto) {}

export class ExpiryMonthDto {
  @ApiProperty({ type: String, nullable: true, example: '2026-12', description: '为空的是已到期的' })
  month!: string | null;
  @ApiProperty({ enum: EXPIRY_WHATS })
  what!: ExpiryWhat;
  @ApiProperty({ example: '食品经营许可证' })
  whatLabel!: string;
  @ApiProperty({ example: 3 })
  count!: number;
}

const MOST_AT_ONCE = 500;

export class ExpiryCheckDto {
  @ApiProperty({ format: 'uuid', description: '机构' })
  @IsUUID()
  institutionId!: string;

  @ApiProperty({ type: [String], format: 'uuid', description: '核查了哪些已到期的事项' })
  @IsUUID(undefined, { each: true })
  @ArrayUnique()
  @ArrayMaxSize(MOST_AT_ONCE)
  @ArrayMinSize(1, { message: '请选择核查的事项' })
  @IsArray()
  ids!: string[];

  @ApiProperty({ enum: EXPIRY_FINDINGS, example: 'NOT_RENEWED' })
  @IsIn(EXPIRY_FINDINGS, { message: '请选择核查情况' })
  finding!: ExpiryFinding;

  @ApiProperty({ example: '现场核查，许可证正在办理延续，已要求停止供餐至取得新证。', maxLength: 1000 })
  @InWords('请填写核查的具体情况')
  @MaxLength(1000)
  @IsString()
  note!: string;
}
