import { ApiExtraModels, ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FIELD_TYPES,
  FILING_TYPES,
  KINDS,
  type FieldType,
  type FilingType,
  type Kind,
} from '@zhaoguan/contracts';
import { IsIn, IsOptional } from 'class-validator';
import { IsCounty } from './code.validators';
import { CONDITION_MODELS, ConditionProperty } from './form-condition.dto';

export class FormVersionQueryDto {
  @ApiPropertyOptional({ example: '610116', description: '备案所在区县；限额按该地区取值，不填取全国的' })
  @IsOptional()
  @IsCounty()
  district?: string;
}

export class FormWantedDto extends FormVersionQueryDto {
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({ enum: FILING_TYPES, example: 'INITIAL' })
  @IsIn(FILING_TYPES)
  type!: FilingType;
}

export class FormCitationDto {
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, example: '备案办理的规定' })
  article!: string | null;
}

export class FieldOptionDto {
  @ApiProperty({ example: 'LEASED' })
  code!: string;
  @ApiProperty({ example: '租赁' })
  label!: string;
  @ApiPropertyOptional({ example: '营业执照，信用代码以 91 开头' })
  help?: string;
}

@ApiExtraModels(...CONDITION_MODELS)
export class FormFieldDto {
  @ApiProperty({
    example: '/institution/floorAreaM2',
    description: '在备案中的位置；分行项目的列为在一行中的位置',
  })
  pointer!: string;
  @ApiProperty({ example: '服务设施面积' })
  label!: string;
  @ApiProperty({ enum: FIELD_TYPES, example: 'decimal' })
  type!: FieldType;
  @ApiPropertyOptional({
    oneOf: [
      { type: 'boolean', enum: [true] },
      { type: 'string', enum: ['form'] },
    ],
    description:
      'true：缺少时不能提交；form：申请书应当填写，网上填报必填，程序提交时缺少的列入备案的 incomplete；没有此项的为选填',
  })
  required?: true | 'form';
  @ConditionProperty('有此项的，条件成立时才必填')
  requiredWhen?: object;
  @ConditionProperty('有此项的，条件成立时才显示和检查')
  shownWhen?: object;
  @ApiPropertyOptional({ example: '平方米' })
  unit?: string;
  @ApiPropertyOptional({ example: 0.01 })
  min?: number;
  @ApiPropertyOptional({ example: 10_000_000 })
  max?: number;
  @ApiPropertyOptional({ example: 100, description: '至多多少字' })
  maxLength?: number;
  @ApiPropertyOptional({ example: 2, description: '至多多少位小数' })
  decimals?: number;
  @ApiPropertyOptional({ type: [FieldOptionDto] })
  options?: FieldOptionDto[];
  @ApiPropertyOptional({ example: '托育机构', description: '不选择的含义' })
  none?: string;
  @ApiPropertyOptional({ type: () => [FormFieldDto], description: '分行项目的各列' })
  fields?: FormFieldDto[];
  @ApiPropertyOptional({ example: 20, description: '至多多少行' })
  maxRows?: number;
  @ApiPropertyOptional({ example: '用于养老服务的房屋建筑面积。' })
  help?: string;
  @ApiPropertyOptional({ example: '3600.5' })
  example?: string;
  @ApiPropertyOptional({ type: FormCitationDto, description: '填报依据' })
  basis?: FormCitationDto;
  @ApiPropertyOptional({ description: '个人信息：加密保存，答复中作掩码处理' })
  personal?: boolean;
}

export class FormStepDto {
  @ApiProperty({ example: 'premises' })
  key!: string;
  @ApiProperty({ example: '服务场所' })
  title!: string;
  @ApiProperty({ example: '提供集中住宿和照料护理服务的场所。' })
  intro!: string;
  @ApiProperty({ type: [FormFieldDto] })
  fields!: FormFieldDto[];
}

export class FormRuleDto {
  @ApiProperty({ example: 'minimum', description: '规则的名称' })
  rule!: string;
  @ApiProperty({ example: 'CAPACITY_TOO_SMALL', description: '违反时的错误代码' })
  code!: string;
  @ApiProperty({ example: ['/institution/capacity'] })
  fields!: string[];
  @ApiPropertyOptional({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'number' }, { type: 'string' }] },
    example: { minimum: 'ELDERLY_MINIMUM_BEDS' },
    description: '数字，或者 terms 中的编码',
  })
  parameters?: Record<string, number | string>;
  @ConditionProperty('有此项的，条件成立时才适用')
  when?: object;
  @ApiProperty({ enum: ['ERROR', 'WARNING'], description: 'WARNING 只提示，不影响提交' })
  severity!: 'ERROR' | 'WARNING';
  @ApiProperty({ example: '养老机构床位数不少于 {minimum} 张' })
  message!: string;
  @ApiProperty({ type: FormCitationDto, nullable: true })
  basis!: FormCitationDto | null;
}

export class DivisionDto {
  @ApiProperty({ example: '610116' })
  code!: string;
  @ApiProperty({ example: '长安区' })
  name!: string;
}

/** `FormDefinition` and `FormContext` in one; libs/forms takes it as it is: `validateForm(form, answers, form)`. */
export class FilingFormDto {
  @ApiProperty({ example: 'ELDERLY_CARE_INITIAL' })
  code!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ enum: FILING_TYPES, example: 'INITIAL' })
  filingType!: FilingType;
  @ApiProperty({ example: 1 })
  version!: number;
  @ApiProperty({ format: 'date', example: '2020-11-01' })
  effectiveFrom!: string;
  @ApiProperty({ type: String, nullable: true, format: 'date' })
  effectiveTo!: string | null;
  @ApiProperty({ example: '养老机构备案申请书' })
  title!: string;
  @ApiProperty({ type: [FormStepDto] })
  steps!: FormStepDto[];
  @ApiProperty({ type: [FormRuleDto] })
  rules!: FormRuleDto[];
  @ApiProperty({ format: 'date', example: '2026-11-20', description: '答复之日，规则按此日计算' })
  today!: string;
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'number' },
    example: { ELDERLY_MINIMUM_BEDS: 10 },
    description: '规则所用的限额，按所在地区和今日取值',
  })
  terms!: Record<string, number>;
  @ApiProperty({
    type: [DivisionDto],
    description: '所在省（自治区、直辖市）的市和区县，用于核对地址与所选区县；没有指明地区的为空',
  })
  divisions!: DivisionDto[];
}
