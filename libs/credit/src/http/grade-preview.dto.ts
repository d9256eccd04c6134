import { ApiProperty } from '@nestjs/swagger';
import { GRADES, PUBLICITY_CLASSES, type Grade, type PublicityClass } from '@zhaoguan/contracts';
import { IsIn } from 'class-validator';
import { OutlookDto } from './credit.dto';

export class GradePreviewQueryDto {
  @ApiProperty({ enum: PUBLICITY_CLASSES, example: 'GENERAL', description: '处罚的失信分类' })
  @IsIn(PUBLICITY_CLASSES)
  publicityClass!: PublicityClass;
}

class GradePointDto {
  @ApiProperty({ example: 70 })
  score!: number;
  @ApiProperty({ enum: GRADES, example: 'C' })
  grade!: Grade;
  @ApiProperty({ example: '信用较低' })
  gradeLabel!: string;
}

export class GradePreviewDto {
  @ApiProperty({ example: '2026-11-30', description: '计算日期' })
  on!: string;
  @ApiProperty({ example: 10, description: '扣分' })
  points!: number;
  @ApiProperty({ example: '2027-11-30', description: '自该日起不再计分' })
  expiresOn!: string;
  @ApiProperty({ type: GradePointDto, description: '现在' })
  before!: GradePointDto;
  @ApiProperty({ type: GradePointDto, description: '作出决定以后' })
  after!: GradePointDto;
  @ApiProperty({ type: [OutlookDto], description: '此后不发生其他事件时，得分和等级的变化' })
  outlook!: OutlookDto[];
}
