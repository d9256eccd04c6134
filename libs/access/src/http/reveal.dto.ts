import type { Type } from '@nestjs/common';
import { ApiProperty } from '@nestjs/swagger';
import { InWords } from '@zhaoguan/platform';
import { ArrayMinSize, ArrayUnique, IsArray, IsIn, IsString, MaxLength } from 'class-validator';

/** Body of a route that shows personal data in clear: which of these fields, and why. */
export function RevealBody<Field extends string>(
  fields: readonly Field[],
): Type<{ fields: Field[]; reason: string }> {
  class RevealBodyDto {
    @ApiProperty({ enum: fields, isArray: true, example: fields.slice(0, 1) })
    @IsIn(fields, { each: true })
    @ArrayUnique()
    @ArrayMinSize(1)
    @IsArray()
    fields!: Field[];

    @ApiProperty({
      example: '电话通知申请人补充材料',
      maxLength: 200,
      description: '查看的理由，随查看记录保存',
    })
    @InWords('请用文字写明查看的理由')
    @MaxLength(200)
    @IsString()
    reason!: string;
  }
  return RevealBodyDto;
}

export class RevealedDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string', nullable: true },
    example: { 'legalRepresentative.phone': '13800000001' },
    description: '所查看各项的明文；没有登记的为 null',
  })
  values!: Readonly<Record<string, string | null>>;

  @ApiProperty({ example: 29, description: '今天还可以查看的次数' })
  remainingToday!: number;
}
