import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '@zhaoguan/platform';
import { StratumPreviewDto } from './plans.dto';

class InspectionActDto {
  @ApiProperty({ example: 'confirmBeacon' })
  action!: string;
  @ApiProperty({ example: '确认公开随机数' })
  label!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·李复核',
    description: '办理人；系统自动办理的为“系统”',
  })
  actorName!: string | null;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true, example: null })
  reason!: string | null;
}
export class InspectionActPageDto extends PageOf(InspectionActDto) {}

class LookDto {
  @ApiProperty({ type: String, nullable: true, example: '示例·李复核' })
  actorName!: string | null;
  @ApiProperty({
    enum: ['draw.selection-looked-at', 'task.looked-at'],
    example: 'draw.selection-looked-at',
    description: '看抽取结果；看尚未开始的检查任务',
  })
  action!: string;
  @ApiProperty({ example: 2, description: '当天的次数' })
  count!: number;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  firstAt!: Date;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:10:00.000Z' })
  lastAt!: Date;
}
export class LookPageDto extends PageOf(LookDto) {}

export class StratumPageDto extends PageOf(StratumPreviewDto) {}
