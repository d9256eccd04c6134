import { ApiProperty } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { InWords } from '@zhaoguan/platform';
import {
  retractionProcess,
  type RetractionAction,
  type RetractionStatus,
} from '../domain/retraction.process';

export class AskRetractionDto {
  @ApiProperty({
    example: '消防改造提前完成，不再需要暂停服务。',
    maxLength: 1000,
    description: '撤回的原因；窗口代申请人提出的，还要写明申请人怎样提出',
  })
  @InWords('请用文字写明撤回的原因')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}

export class DeclineRetractionDto {
  @ApiProperty({
    example: '老年人已经全部转出，房屋租赁合同已经解除。',
    maxLength: 1000,
    description: '不予撤回的理由，写入告知书',
  })
  @InWords('请用文字写明理由')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}

export class RetractionLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: retractionProcess.states, example: 'ASKED' })
  status!: RetractionStatus;
  @ApiProperty({ example: '待决定' })
  statusLabel!: string;
  @ApiProperty({ description: '撤回的原因' })
  reason!: string;
  @ApiProperty({ format: 'date', example: '2026-12-04', description: '办理机关答复的最后一日' })
  dueOn!: string;
  @ApiProperty({ format: 'date-time' })
  askedAt!: Date;
  @ApiProperty({ description: '在窗口代申请人提出' })
  atWindow!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '不予撤回的理由' })
  answer!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  endedAt!: Date | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '提出的人；申请人读到的本人事项为“申请人”，对接平台不读取',
  })
  askedByName!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '答复或者不再申请的人；申请人读到的本人事项为“申请人”，对接平台不读取',
  })
  endedByName!: string | null;
  @ApiProperty({
    enum: retractionProcess.actionNames,
    isArray: true,
    description: '当前登录人现在可以办理的事项',
  })
  availableActions!: RetractionAction[];
}

export class RetractionOfferDto {
  @ApiProperty({
    enum: ['APPLICANT', 'WINDOW'],
    description: 'APPLICANT 申请人本人，WINDOW 在窗口代申请人',
  })
  as!: 'APPLICANT' | 'WINDOW';
  @ApiProperty({ format: 'date', example: '2026-12-20', description: '原定生效的日期' })
  effectiveOn!: string;
  @ApiProperty({ format: 'date', example: '2026-12-07', description: '今天申请的，答复的最后一日' })
  dueOn!: string;
  @ApiProperty({
    description: '本机关有人可以答复；窗口代申请人提出的，须由其他工作人员答复，没有的不能代为申请',
  })
  attended!: boolean;
}

export class RetractionsDto {
  @ApiProperty({ type: [RetractionLineDto] })
  items!: RetractionLineDto[];
  @ApiProperty({
    type: RetractionOfferDto,
    nullable: true,
    description: '当前登录人现在可以申请的撤回；不能申请的为空',
  })
  offer!: RetractionOfferDto | null;
}
