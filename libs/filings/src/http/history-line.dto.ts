import { ApiProperty } from '@nestjs/swagger';
import { filingProcess, type FilingAction, type FilingStatus } from '../domain/filing.process';

export class HistoryLineDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({ enum: filingProcess.actionNames, example: 'submit' })
  action!: FilingAction;
  @ApiProperty({ example: '提交' })
  label!: string;
  @ApiProperty({ enum: filingProcess.states, example: 'DRAFT' })
  from!: FilingStatus;
  @ApiProperty({ enum: filingProcess.states, example: 'SUBMITTED' })
  to!: FilingStatus;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·李受理',
    description: '办理的人；申请人读到的本人事项为“申请人”',
  })
  actorName!: string | null;
  @ApiProperty({ description: '由窗口工作人员代申请人办理' })
  onBehalf!: boolean;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  legalBasis!: string;
}
