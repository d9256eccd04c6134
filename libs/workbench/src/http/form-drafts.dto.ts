import { ApiProperty } from '@nestjs/swagger';
import { IsObject, Matches } from 'class-validator';
import { FORM_KEY } from '../domain/form-draft';

const EXAMPLE = { title: '示例·2026年第四季度养老机构双随机抽查', kind: 'ELDERLY_CARE' };

export class FormKeyDto {
  @ApiProperty({ example: 'plan:new', pattern: FORM_KEY.source, description: '哪一张表单' })
  @Matches(FORM_KEY, { message: '应为 1 至 100 位小写字母、数字、冒号或横线' })
  key!: string;
}

export class SaveFormDraftDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: EXAMPLE,
    description: '已填写的内容，不超过 64 KB；不核对，不产生法律效力',
  })
  @IsObject()
  content!: Record<string, unknown>;
}

export class FormDraftLineDto {
  @ApiProperty({ example: 'plan:new' })
  key!: string;
  @ApiProperty({ example: 1, description: '版本号，保存时放在 If-Match 中' })
  version!: number;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  createdAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-20T02:05:00.000Z' })
  updatedAt!: Date;
}

export class FormDraftDto extends FormDraftLineDto {
  @ApiProperty({ type: 'object', additionalProperties: true, example: EXAMPLE })
  content!: Record<string, unknown>;
}

export class FormDraftListDto {
  @ApiProperty({ type: [FormDraftLineDto], description: '新保存的在前，至多 100 份' })
  items!: FormDraftLineDto[];
}
