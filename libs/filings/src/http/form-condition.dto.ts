import { ApiProperty, ApiPropertyOptional, getSchemaPath } from '@nestjs/swagger';

/** Conditions contain conditions, so the shapes are named before they are declared. */
const ANY_CONDITION = ['FieldConditionDto', 'AllConditionDto', 'AnyConditionDto', 'NotConditionDto'].map(
  (name) => ({ $ref: getSchemaPath(name) }),
);

/** A property that holds one condition (`FormCondition`). */
export const ConditionProperty = (description: string): PropertyDecorator =>
  ApiPropertyOptional({ oneOf: ANY_CONDITION, description });

class FieldConditionDto {
  @ApiProperty({ example: '/institution/premisesTenure' })
  field!: string;
  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }, { type: 'null' }] },
    example: ['LEASED'],
    description: '取其中之一时成立；null 表示未填写',
  })
  is!: (string | number | boolean | null)[];
}

class AllConditionDto {
  @ApiProperty({ type: 'array', items: { oneOf: ANY_CONDITION }, description: '全部成立' })
  all!: object[];
}

class AnyConditionDto {
  @ApiProperty({ type: 'array', items: { oneOf: ANY_CONDITION }, description: '至少一个成立' })
  any!: object[];
}

class NotConditionDto {
  @ApiProperty({ oneOf: ANY_CONDITION, description: '不成立' })
  not!: object;
}

export const CONDITION_MODELS = [FieldConditionDto, AllConditionDto, AnyConditionDto, NotConditionDto];
