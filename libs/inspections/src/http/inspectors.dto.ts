import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DEPARTMENT_CODES, DIRECTORY_ACTS, type DirectoryAct } from '@zhaoguan/contracts';
import { InWords, IsDay, MayBeAbsent, PageOf, PageQuery } from '@zhaoguan/platform';
import { Transform } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  MaxLength,
} from 'class-validator';
import { IsDistrictList } from './rules';

const CERTIFICATE = /^[A-Za-z0-9._-]{1,64}$/;

export class InspectorQuery extends PageQuery {
  @ApiPropertyOptional({ enum: DEPARTMENT_CODES, example: 'civil-affairs' })
  @IsOptional()
  @IsIn(DEPARTMENT_CODES)
  department?: string;

  @ApiPropertyOptional({ example: true, description: '是否有效' })
  @IsOptional()
  @Transform(({ value }: { value: unknown }) => (value === 'true' ? true : value === 'false' ? false : value))
  @IsBoolean()
  active?: boolean;
}

export class CandidateQuery {
  @ApiPropertyOptional({ example: '王', description: '姓名或用户名的一部分' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  q?: string;
}

class CandidateDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  personId!: string;
  @ApiProperty({ example: '示例·王检查' })
  name!: string;
  @ApiProperty({ example: 'inspector-610116-1' })
  username!: string;
  @ApiProperty({ type: [String], example: ['civil-affairs'] })
  departments!: readonly string[];
  @ApiProperty({ example: false, description: '名录中已有其有效记录' })
  listed!: boolean;
}
export class CandidatePageDto extends PageOf(CandidateDto) {}

export class AddInspectorDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab', description: '账号编号' })
  @IsUUID('all')
  personId!: string;

  @ApiProperty({ example: '61011620260001', description: '执法证号' })
  @Matches(CERTIFICATE, { message: '执法证号为 1 至 64 位字母、数字、点、下划线或短横' })
  certificateNumber!: string;

  @ApiProperty({ enum: DEPARTMENT_CODES, example: 'civil-affairs' })
  @IsIn(DEPARTMENT_CODES)
  department!: string;

  @ApiProperty({
    type: [String],
    example: ['610116'],
    description: '行政区划代码（乡镇街道为九位）；全国为 ["*"]',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsDistrictList()
  districts!: string[];

  @ApiProperty({ example: '2029-12-31', description: '执法证有效期至' })
  @IsDay()
  validUntil!: string;
}

export class ChangeInspectorDto {
  @ApiPropertyOptional({ enum: DEPARTMENT_CODES, example: 'civil-affairs' })
  @MayBeAbsent()
  @IsIn(DEPARTMENT_CODES)
  department?: string;

  @ApiPropertyOptional({ type: [String], example: ['610116'] })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(500)
  @ArrayUnique()
  @IsDistrictList()
  districts?: string[];

  @ApiPropertyOptional({ example: '2029-12-31' })
  @MayBeAbsent()
  @IsDay()
  validUntil?: string;

  @ApiPropertyOptional({ example: false, description: '停用后不再参加抽取' })
  @MayBeAbsent()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    example: '脱产培训三个月',
    maxLength: 1000,
    description: '理由；停用、恢复使用、调整部门或辖区、缩短执法证有效期时必填',
  })
  @MayBeAbsent()
  @IsString()
  @InWords('请用文字写明理由')
  @MaxLength(1000)
  reason?: string;
}

export class InspectorDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  personId!: string;
  @ApiProperty({ example: '示例·王检查' })
  name!: string;
  @ApiProperty({ example: '61011620260001' })
  certificateNumber!: string;
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ type: [String], example: ['610116'] })
  districts!: string[];
  @ApiProperty({ example: '2029-12-31' })
  validUntil!: string;
  @ApiProperty({ example: true })
  active!: boolean;
  @ApiProperty({ example: 1 })
  version!: number;
}
export class InspectorPageDto extends PageOf(InspectorDto) {}

export class ReasonDto {
  @ApiProperty({ example: '机构已关闭，现场无法检查', maxLength: 1000, description: '理由' })
  @IsString()
  @InWords('请用文字写明')
  @MaxLength(1000)
  reason!: string;
}

export class DeclareRecusalDto extends ReasonDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad', description: '机构编号' })
  @IsUUID('all')
  institutionId!: string;
}

export class RecusalDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ae' })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac' })
  inspectorId!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ad' })
  institutionId!: string;
  @ApiProperty({ type: String, nullable: true, example: '示例·长安夕阳养老院' })
  institutionName!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '近亲属在该机构任职',
    description: '只告知本人和名录管理人员，其他人为空',
  })
  reason!: string | null;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab' })
  declaredBy!: string;
  @ApiProperty({ type: String, nullable: true, example: '示例·王检查', description: '登记人' })
  declaredByName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  declaredAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null, description: '解除时间' })
  revokedAt!: Date | null;
}
export class RecusalPageDto extends PageOf(RecusalDto) {}

class DirectoryChangeDto {
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890af' })
  id!: string;
  @ApiProperty({ enum: DIRECTORY_ACTS, example: 'SUSPENDED' })
  act!: DirectoryAct;
  @ApiProperty({ type: String, nullable: true, example: '脱产培训三个月' })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '示例·李计划', description: '经办人' })
  changedByName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  changedAt!: Date;
}
export class DirectoryChangePageDto extends PageOf(DirectoryChangeDto) {}
