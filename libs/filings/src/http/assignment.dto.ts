import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { InWords, MayBeAbsent } from '@zhaoguan/platform';
import { IsOptional, IsString, IsUUID, MaxLength } from 'class-validator';
import {
  ASSIGNMENT_ACTIONS,
  ASSIGNMENT_ACTS,
  type AssignmentAct,
  type AssignmentAction,
} from '../domain/assignment';
import { HELD_BACK, type HeldBack } from '../domain/held-back';

const NOTE = { example: '材料已核对，等申请人补正租赁合同', maxLength: 500 };

export class TakeCaseDto {
  @ApiPropertyOptional({ ...NOTE, description: '说明，可以不写' })
  @MayBeAbsent()
  @MaxLength(500)
  @IsString()
  note?: string;
}

export class AssignCaseDto {
  @ApiProperty({ format: 'uuid', description: '由谁承办，见 GET /filings/{id}/assignees' })
  @IsUUID('all')
  personId!: string;

  @ApiPropertyOptional({ ...NOTE, description: '移交已有承办人的，须写明办到哪一步' })
  @IsOptional()
  @MaxLength(500)
  @IsString()
  note?: string;
}

export class ReleaseCaseDto {
  @ApiProperty({ ...NOTE, description: '为什么退回、办到哪一步' })
  @InWords('请用文字写明')
  @MaxLength(500)
  @IsString()
  note!: string;
}

export class AssigneeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·李受理' })
  name!: string;
}

class CaseHolderDto extends AssigneeDto {
  @ApiProperty({ format: 'date-time' })
  since!: Date;
}

class AssignmentStepDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({ enum: ASSIGNMENT_ACTS, example: 'ASSIGNED' })
  act!: AssignmentAct;
  @ApiProperty({ example: '分派' })
  label!: string;
  @ApiProperty({ type: String, nullable: true, example: '示例·李受理', description: '由谁作出' })
  actorName!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '示例·王受理', description: '此后的承办人' })
  assigneeName!: string | null;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
}

export class AssignmentDto {
  @ApiProperty({ type: CaseHolderDto, nullable: true, description: '承办人；空为待分派' })
  holder!: CaseHolderDto | null;
  @ApiProperty({ description: '由当前登录人承办' })
  mine!: boolean;
  @ApiProperty({ enum: ASSIGNMENT_ACTIONS, isArray: true, description: '当前登录人现在可以办理的事项' })
  availableActions!: AssignmentAction[];
  @ApiProperty({ type: [AssignmentStepDto], description: '历次领取、分派和移交，先后为序' })
  steps!: AssignmentStepDto[];
  @ApiProperty({
    enum: HELD_BACK,
    nullable: true,
    description:
      '当前登录人应当回避的原因：FILED 本人提交，ENTERED 窗口代办，ACCOUNT_GIVEN 发放过申请人账号的初始密码，ADVISED 代表其他部门答复过意见',
  })
  heldBack!: HeldBack | null;
  @ApiProperty({ description: '办理机关没有可以办理本件的工作人员' })
  unattended!: boolean;
}
