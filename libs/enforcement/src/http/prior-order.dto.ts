import { ApiProperty } from '@nestjs/swagger';
import { IsDay, SomeNumber } from '@zhaoguan/platform';
import { IsString, MaxLength } from 'class-validator';

export class PriorOrderDto {
  @ApiProperty({ example: '长民责改〔2026〕3号', description: '责令改正文书的文号' })
  @IsString()
  @MaxLength(100)
  @SomeNumber('请填写责令改正文书的文号')
  documentNumber!: string;

  @ApiProperty({ example: '2026-10-12', format: 'date', description: '责令改正的日期' })
  @IsDay()
  orderedOn!: string;

  @ApiProperty({
    example: '2026-10-26',
    format: 'date',
    description: '改正期限（最后一日），应当早于告知之日',
  })
  @IsDay()
  dueOn!: string;
}
