import { ApiProperty } from '@nestjs/swagger';
import { filingProcess, type FilingStatus } from '../domain/filing.process';

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
    description: '本人在办或者已备案的同一代码、同一类别的其他备案',
  })
  own!: OwnFilingOfCodeDto[];
}
