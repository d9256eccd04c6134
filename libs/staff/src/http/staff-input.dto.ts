import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import {
  BACKGROUND_RESULTS,
  CREDENTIAL_TYPES,
  KINDS,
  MASKED_NUMBER,
  SITE_TYPES,
  STAFF_POSTS,
  STAFF_NAME_WRONG,
  STAFF_STANDINGS,
  UNMASKED,
  isStaffName,
  type BackgroundResult,
  type CredentialType,
  type Kind,
  type StaffPost,
  type StaffStanding,
} from '@zhaoguan/contracts';
import { InWords, IsDay, MayBeAbsent, PageQuery } from '@zhaoguan/platform';
import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
  ValidateBy,
  ValidateIf,
} from 'class-validator';

/** Something besides white space. */
const TEXT = /\S/;

const IsStaffName = (): PropertyDecorator =>
  ValidateBy({
    name: 'isStaffName',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && isStaffName(value),
      defaultMessage: () => STAFF_NAME_WRONG,
    },
  });

export class StaffFactsDto {
  @ApiProperty({ example: '示例·赵护理', maxLength: 50, description: '姓名，按身份证件填写' })
  @IsStaffName()
  @Matches(TEXT, { message: '请填写姓名' })
  @MaxLength(50)
  @IsString()
  name!: string;

  @ApiProperty({ enum: STAFF_POSTS, example: 'ELDERLY_CARER', description: '岗位' })
  @IsIn(STAFF_POSTS)
  post!: StaffPost;

  @ApiProperty({ format: 'date', example: '2026-03-02', description: '入职日期' })
  @IsDay()
  employedOn!: string;
}

export class NewStaffDto extends StaffFactsDto {
  @ApiProperty({ format: 'uuid', description: '机构' })
  @IsUUID()
  institutionId!: string;
}

export class StaffLeaveDto {
  @ApiProperty({ format: 'date', example: '2026-11-20', description: '离职日期' })
  @IsDay()
  leftOn!: string;
}

export class NewCredentialDto {
  @ApiProperty({ enum: CREDENTIAL_TYPES, example: 'HEALTH' })
  @IsIn(CREDENTIAL_TYPES)
  type!: CredentialType;

  @ApiPropertyOptional({
    example: 'YL_CARER_TRAINING',
    description: '满足哪一项要求，见 GET /staff-requirements；不是所要求的证件不填',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(50)
  requirement?: string;

  @ApiProperty({
    example: '健康合格证明',
    description:
      '证件名称；背景查询为查询的来源；照护经验或者专业背景为具备的一项（要求的 alternatives 之一）',
    maxLength: 100,
  })
  @Matches(TEXT, { message: '请填写' })
  @MaxLength(100)
  @IsString()
  title!: string;

  @ApiPropertyOptional({ example: 'SL-JK-2026-0042', description: '证件编号', maxLength: 60 })
  @MayBeAbsent()
  @Matches(UNMASKED, { message: MASKED_NUMBER })
  @Matches(TEXT, { message: '请填写证件编号' })
  @MaxLength(60)
  @IsString()
  number?: string;

  @ApiProperty({ format: 'date', example: '2026-10-12', description: '发证、检查、查询或者考核日期' })
  @IsDay()
  issuedOn!: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2027-10-11',
    description: '有效期至；长期有效的不填，照护经验和专业背景没有期限。法定期限更短的，以法定期限为准',
  })
  @MayBeAbsent()
  @IsDay()
  validUntil?: string;

  @ApiPropertyOptional({ enum: BACKGROUND_RESULTS, description: '背景查询的结果；其他证件不填' })
  @ValidateIf(({ type }: NewCredentialDto) => type === 'BACKGROUND')
  @IsIn(BACKGROUND_RESULTS, { message: '请选择查询结果' })
  result?: BackgroundResult;

  @ApiPropertyOptional({ format: 'uuid', description: '先前为这个人上传的扫描件' })
  @MayBeAbsent()
  @IsUUID()
  fileId?: string;
}

export class InstitutionStaffQueryDto {
  @ApiProperty({ format: 'uuid', description: '机构' })
  @IsUUID()
  institutionId!: string;
}

export class RevealStaffDto {
  @ApiProperty({ format: 'uuid', description: '机构' })
  @IsUUID()
  institutionId!: string;

  @ApiProperty({
    example: '现场检查，与在岗人员核对',
    maxLength: 200,
    description: '查看的理由，随查看记录保存',
  })
  @InWords('请用文字写明查看的理由')
  @MaxLength(200)
  @IsString()
  reason!: string;
}

export class StaffSelectionDto {
  @ApiProperty({ format: 'uuid', description: '机构' })
  @IsUUID()
  institutionId!: string;

  @ApiPropertyOptional({ enum: STAFF_POSTS })
  @IsOptional()
  @IsIn(STAFF_POSTS)
  post?: StaffPost;

  @ApiPropertyOptional({ enum: STAFF_STANDINGS, description: '证件的情况' })
  @IsOptional()
  @IsIn(STAFF_STANDINGS)
  standing?: StaffStanding;

  @ApiPropertyOptional({ description: '查已经离职的；不填为在职的' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  hasLeft?: boolean;
}

export class StaffListQueryDto extends IntersectionType(StaffSelectionDto, PageQuery) {}

export class StaffRequirementQueryDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiPropertyOptional({ enum: SITE_TYPES, description: 'HOME：家庭托育点；其他机构不填' })
  @IsOptional()
  @IsIn(SITE_TYPES)
  siteType?: 'HOME';
}
