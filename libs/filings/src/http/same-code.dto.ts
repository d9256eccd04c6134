import { ApiProperty } from '@nestjs/swagger';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { IsIn, IsString, Matches } from 'class-validator';
import { filingProcess, type FilingStatus } from '../domain/filing.process';
import { IsUsccCode } from './code.validators';

export class SameCodeQueryDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({ example: '526101160000000199', description: '统一社会信用代码' })
  @IsUsccCode()
  @Matches(/\S/, { message: '请填写' })
  @IsString()
  uscc!: string;
}

class OwnFilingOfCodeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: filingProcess.states, example: 'ACCEPTED' })
  status!: FilingStatus;
  @ApiProperty({ example: '已备案' })
  statusLabel!: string;
}

export class SameCodeDto {
  @ApiProperty({ description: '公开名录中已有同一代码、同一类别的机构' })
  registered!: boolean;
  @ApiProperty({
    type: [OwnFilingOfCodeDto],
    description: '本人在办或者已备案的同一代码、同一类别的其他备案；起草前查询的，还有本人的草稿',
  })
  own!: OwnFilingOfCodeDto[];
}
