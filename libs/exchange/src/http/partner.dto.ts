import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DELIVERY_STATES,
  KINDS,
  PARTNER_EVENTS,
  type DeliveryState,
  type Kind,
  type PartnerEvent,
} from '@zhaoguan/contracts';
import { MayBeAbsent, PageQuery } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  ArrayNotEmpty,
  ArrayUnique,
  IsArray,
  IsIn,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { FOLDER_NAME } from '../domain/folder-names';
import { ALGORITHMS, type Algorithm } from '../domain/signature';
import { FolderStandingDto } from './partner-folder.dto';

/** An empty text is “none”. */
const FOLDER_OR_NONE = new RegExp(`${FOLDER_NAME.source}|^$`);
const DISTRICT = /^[1-9]\d{5}$/;
/** Cases are handed in to the authority of a county or above: a platform is connected for no single township. */
const OF_SIX_DIGITS = '请选择区县、市、省（六位行政区划代码），不能选乡镇、街道';

/** Both when it is registered and later. */
class PartnerFolderInput {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    maxLength: 64,
    example: 'province-platform',
    description: '文件交换所用的文件夹名：小写字母、数字、横线；不交换文件的为空',
  })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  @Matches(FOLDER_OR_NONE, { message: '只能是小写字母、数字和中间的横线' })
  folder?: string | null;
}

export class ChangePartnerDto extends PartnerFolderInput {
  @ApiPropertyOptional({ example: '示例·省政务服务平台', maxLength: 100 })
  @MayBeAbsent()
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name?: string;

  @ApiPropertyOptional({ type: [String], example: ['610116'], description: '可以转来备案的区县、市、省' })
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(DISTRICT, { each: true, message: OF_SIX_DIGITS })
  districts?: string[];

  @ApiPropertyOptional({ enum: KINDS, isArray: true })
  @MayBeAbsent()
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(KINDS, { each: true })
  kinds?: Kind[];

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: 'https://platform.example.gov.cn/zhaoguan/webhook',
    description: '推送办理进展的地址；不推送的为空',
    maxLength: 500,
  })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  webhookUrl?: string | null;
}

export class RegisterPartnerDto extends PartnerFolderInput {
  @ApiProperty({ example: '示例·省政务服务平台', maxLength: 100 })
  @IsString()
  @IsNotEmpty()
  @MaxLength(100)
  name!: string;

  @ApiProperty({ type: [String], example: ['610116'], description: '可以转来备案的区县、市、省' })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayMaxSize(200)
  @ArrayUnique()
  @Matches(DISTRICT, { each: true, message: OF_SIX_DIGITS })
  districts!: string[];

  @ApiProperty({ enum: KINDS, isArray: true, example: ['ELDERLY_CARE'] })
  @IsArray()
  @ArrayNotEmpty()
  @ArrayUnique()
  @IsIn(KINDS, { each: true })
  kinds!: Kind[];

  @ApiPropertyOptional({
    enum: ALGORITHMS,
    default: 'SM3',
    description: '签名所用的杂凑算法；对方不支持国密的选 SHA256',
  })
  @MayBeAbsent()
  @IsIn(ALGORITHMS)
  algorithm: Algorithm = 'SM3';

  @ApiPropertyOptional({ type: String, nullable: true, maxLength: 500, description: '推送办理进展的地址' })
  @IsOptional()
  @IsString()
  @MaxLength(500)
  webhookUrl?: string | null;
}

export class AccessKeyDto {
  @ApiProperty({ example: 'ex-0011223344556677', description: '访问密钥编号（X-Exchange-Key）' })
  id!: string;
  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '更换以后何时失效' })
  endsAt!: Date | null;
}

export class PartnerDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·省政务服务平台' })
  name!: string;
  @ApiProperty({ type: [String], example: ['610116'] })
  districts!: string[];
  @ApiProperty({ enum: KINDS, isArray: true })
  kinds!: Kind[];
  @ApiProperty({ enum: ALGORITHMS })
  algorithm!: Algorithm;
  @ApiProperty({ type: String, nullable: true })
  webhookUrl!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '文件交换所用的文件夹名' })
  folder!: string | null;
  @ApiProperty({
    type: FolderStandingDto,
    nullable: true,
    description: '文件交换的情况；还没有查看过文件夹的为空',
  })
  folderStanding!: FolderStandingDto | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, description: '停用的时间' })
  disabledAt!: Date | null;
  @ApiProperty({ type: [AccessKeyDto], description: '有效的访问密钥；密钥本身只在生成时显示一次' })
  keys!: AccessKeyDto[];
  @ApiProperty({ example: 0, description: '推送失败、不再自动重试的件数' })
  dead!: number;
  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
  @ApiProperty({ example: 1, description: '也在 ETag 中' })
  version!: number;
}

export class IssuedKeyDto {
  @ApiProperty({ format: 'uuid' })
  partnerId!: string;
  @ApiProperty({ example: 'ex-0011223344556677' })
  keyId!: string;
  @ApiProperty({ description: '访问密钥；只显示这一次' })
  secret!: string;
}

export class DeliveryDto {
  @ApiProperty({ format: 'uuid', description: '进展编号（eventId）' })
  changeId!: string;
  @ApiProperty({ enum: PARTNER_EVENTS, example: 'filing.accepted' })
  event!: PartnerEvent;
  @ApiProperty({ example: 'BJ-2026-000123', description: '对接平台的业务编号' })
  reference!: string;
  @ApiProperty({ example: 2 })
  seq!: number;
  @ApiProperty({ enum: DELIVERY_STATES })
  state!: DeliveryState;
  @ApiProperty({ example: 1, description: '推送次数' })
  attempts!: number;
  @ApiProperty({ format: 'date-time', description: '待推送的，不早于何时推送' })
  nextAt!: Date;
  @ApiProperty({ type: String, nullable: true, example: 'HTTP 503' })
  lastError!: string | null;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  triedAt!: Date | null;
  @ApiProperty({ format: 'date-time', description: '进展发生的时间' })
  at!: Date;
}

export class DeliveryListDto extends PageQuery {
  @ApiPropertyOptional({ enum: DELIVERY_STATES })
  @IsOptional()
  @IsIn(DELIVERY_STATES)
  state?: DeliveryState;
}

export class ResendDto {
  @ApiPropertyOptional({ format: 'uuid', description: '只重新推送这一件；不写的，推送失败的全部重新推送' })
  @MayBeAbsent()
  @IsUUID('all')
  changeId?: string;
}

export class ResentDto {
  @ApiProperty({ example: 1, description: '重新推送的业务件数' })
  count!: number;
}
