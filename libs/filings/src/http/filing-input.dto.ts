import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { LEGAL_FORMS, type LegalForm } from '@zhaoguan/contracts';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsObject,
  IsOptional,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import {
  CLASS_TYPES,
  OWNERSHIP_CODES,
  PREMISES_TENURES,
  SERVICE_FORMS,
  type ClassType,
  type ServiceForm,
} from '../domain/application';
import {
  IsCounty,
  IsDay,
  IsInHundredths,
  IsPhoneNumber,
  IsResidentId,
  IsTownship,
  IsUsccCode,
} from './code.validators';
import { ServiceNoticeInput } from './service-notice.dto';

export class LegalRepresentativeInput {
  @ApiPropertyOptional({ type: String, nullable: true, example: '示例·王建国', maxLength: 50 })
  @IsOptional()
  @MaxLength(50)
  @IsString()
  name?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '610116189001010019',
    description: '居民身份证号',
  })
  @IsOptional()
  @IsResidentId()
  residentId?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '13800000001' })
  @IsOptional()
  @IsPhoneNumber()
  phone?: string | null;
}

export class ContactInput {
  @ApiPropertyOptional({ type: String, nullable: true, example: '示例·李联络', maxLength: 50 })
  @IsOptional()
  @MaxLength(50)
  @IsString()
  name?: string | null;

  @ApiPropertyOptional({ type: String, nullable: true, example: '029-85290000' })
  @IsOptional()
  @IsPhoneNumber()
  phone?: string | null;
}

export class ClassPlanInput {
  @ApiProperty({
    enum: CLASS_TYPES,
    example: 'YOUNGER_TODDLER',
    description: '乳儿班、托小班、托大班、混合编班',
  })
  @IsIn(CLASS_TYPES)
  type!: ClassType;

  @ApiProperty({ example: 2, description: '班数' })
  @Min(1)
  @Max(100)
  @IsInt()
  classes!: number;

  @ApiProperty({ example: 30, description: '托位数' })
  @Min(1)
  @Max(10_000)
  @IsInt()
  places!: number;
}

/**
 * 备案申请书: the answers to the form (`GET /filing-forms`). Of several rules the lowest is asked first: the type before the
 * size. Everything may be left out of a draft; what is missing is named when it is handed in.
 */
export class InstitutionInput {
  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '示例·长安养老院',
    maxLength: 100,
    description: '起草时必填',
  })
  @IsOptional()
  @MaxLength(100)
  @IsString()
  name?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '526101160000000199',
    description: '统一社会信用代码，起草时必填',
  })
  @IsOptional()
  @IsUsccCode()
  uscc?: string | null;

  @ApiPropertyOptional({ enum: LEGAL_FORMS, example: 'PRIVATE_NON_ENTERPRISE', description: '法人类型' })
  @IsOptional()
  @IsIn(LEGAL_FORMS)
  legalForm?: LegalForm | null;

  @ApiPropertyOptional({ type: LegalRepresentativeInput, description: '法定代表人或者主要负责人' })
  @IsOptional()
  @ValidateNested()
  @Type(() => LegalRepresentativeInput)
  @IsObject()
  legalRepresentative?: LegalRepresentativeInput | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '陕西省西安市长安区韦曲街道示例路1号',
    maxLength: 200,
  })
  @IsOptional()
  @MaxLength(200)
  @IsString()
  address?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '610116',
    description: '六位县级行政区划代码，起草时必填',
  })
  @IsOptional()
  @IsCounty()
  district?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 120, description: '床位数或者托位数' })
  @IsOptional()
  @Min(1)
  @Max(100_000)
  @IsInt()
  capacity?: number | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '610116001',
    description: '九位乡级行政区划代码',
  })
  @IsOptional()
  @IsTownship()
  township?: string | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 60, description: '护理型床位数' })
  @IsOptional()
  @Min(0)
  @Max(100_000)
  @IsInt()
  nursingBeds?: number | null;

  @ApiPropertyOptional({ enum: OWNERSHIP_CODES, nullable: true, example: 'PRIVATE', description: '举办性质' })
  @IsOptional()
  @IsIn(OWNERSHIP_CODES)
  ownership?: (typeof OWNERSHIP_CODES)[number] | null;

  @ApiPropertyOptional({ type: Number, nullable: true, example: 3600.5, description: '服务设施面积，平方米' })
  @IsOptional()
  @Min(0.01, { message: '应大于 0 平方米' })
  @Max(10_000_000, { message: '应不大于 1000 万平方米' })
  @IsInHundredths()
  floorAreaM2?: number | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    example: '029-85290001',
    description: '对外公开的服务电话',
  })
  @IsOptional()
  @IsPhoneNumber()
  servicePhone?: string | null;

  @ApiPropertyOptional({ type: ContactInput, description: '联系人' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ContactInput)
  @IsObject()
  contact?: ContactInput | null;

  @ApiPropertyOptional({ enum: PREMISES_TENURES, nullable: true, example: 'LEASED', description: '场所权属' })
  @IsOptional()
  @IsIn(PREMISES_TENURES)
  premisesTenure?: (typeof PREMISES_TENURES)[number] | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-01-01',
    description: '租期起始日',
  })
  @IsOptional()
  @IsDay()
  leaseStartsOn?: string | null;

  @ApiPropertyOptional({
    type: String,
    nullable: true,
    format: 'date',
    example: '2031-12-31',
    description: '租期届满日',
  })
  @IsOptional()
  @IsDay()
  leaseEndsOn?: string | null;

  @ApiPropertyOptional({ enum: ['HOME'], nullable: true, description: '家庭托育点填 HOME，其他不填' })
  @IsOptional()
  @IsIn(['HOME'])
  siteType?: 'HOME' | null;

  @ApiPropertyOptional({ type: Boolean, nullable: true, example: true, description: '提供餐饮服务' })
  @IsOptional()
  @IsBoolean()
  mealsProvided?: boolean | null;

  @ApiPropertyOptional({
    enum: SERVICE_FORMS,
    isArray: true,
    example: ['FULL_DAY'],
    description: '托育服务形式',
  })
  @IsOptional()
  @ArrayMaxSize(4)
  @IsIn(SERVICE_FORMS, { each: true })
  @IsArray()
  serviceForms?: ServiceForm[] | null;

  @ApiPropertyOptional({ type: [ClassPlanInput], description: '托育班型与托位' })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @IsObject({ each: true })
  @Type(() => ClassPlanInput)
  @IsArray()
  classes?: ClassPlanInput[] | null;

  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: true,
    nullable: true,
    example: { fireProof: 'RECORD', fireProofNumber: '示例消验备〔2026〕1号' },
    description:
      '其他填报项目：备案表单（GET /filing-forms）中位置以 /institution/particulars/ 开头的项目，类型和规则以表单为准；表单没有的项目不保存',
  })
  @IsOptional()
  @IsObject()
  particulars?: Readonly<Record<string, unknown>> | null;

  @ApiPropertyOptional({
    type: ServiceNoticeInput,
    nullable: true,
    description: '暂停、恢复、终止服务的安排；首次备案和变更备案不填',
  })
  @IsOptional()
  @ValidateNested()
  @Type(() => ServiceNoticeInput)
  @IsObject()
  notice?: ServiceNoticeInput | null;
}
