import { ApiProperty } from '@nestjs/swagger';
import { JOB_NAMES } from '@zhaoguan/contracts';
import { PageOf, RETRY_OUTCOMES, type RetryOutcome } from '@zhaoguan/platform';

export class DeadJobDto {
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-0000000000d1' })
  id!: string;
  @ApiProperty({ example: JOB_NAMES[0], description: '任务名称' })
  job!: string;
  @ApiProperty({ example: 'outbox-42-8a1f6f5e-3f0e-4b6e-9a51-5d0c2f6f1a11', description: '队列中的编号' })
  key!: string;
  @ApiProperty({ example: 'connect ECONNREFUSED', description: '最后一次失败的原因' })
  error!: string;
  @ApiProperty({ type: String, format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  failedAt!: Date;
  @ApiProperty({ type: String, format: 'date-time', nullable: true, example: null })
  retriedAt!: Date | null;
  @ApiProperty({
    enum: RETRY_OUTCOMES,
    nullable: true,
    example: null,
    description: '重新执行的结果：正在执行、已完成、再次失败（另列一条）',
  })
  retryOutcome!: RetryOutcome | null;
}
export const DeadJobPage = PageOf(DeadJobDto);
