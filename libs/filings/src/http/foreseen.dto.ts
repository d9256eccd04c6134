import { ApiProperty } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { verificationProcess, type VerificationStatus } from '../domain/verification.process';
import { MismatchNowDto } from './verification.dto';

class VisitForeseenDto {
  @ApiProperty({ example: 20, description: '现场核查的期限，工作日' })
  workingDays!: number;
  @ApiProperty({ format: 'date', example: '2026-12-18' })
  dueOn!: string;
}

class PromisedDto {
  @ApiProperty({ example: 'PREMISES_PROOF', description: '材料的编码' })
  code!: string;
  @ApiProperty({ format: 'date', example: '2026-12-21', description: '申请人最迟补交的日期' })
  dueOn!: string;
}

class ClosureForeseenDto {
  @ApiProperty({ format: 'date', example: '2026-12-01', description: '从哪一天起列入待办' })
  from!: string;
  @ApiProperty({ example: 10, description: '终止后续核实的期限，工作日' })
  workingDays!: number;
  @ApiProperty({ format: 'date', example: '2026-12-15' })
  dueOn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·静安养老院',
    description: '名录中归在另一个账号名下的承接机构，它的经办人收到告知；没有的为空',
  })
  told!: string | null;
}

export class AcceptanceForeseenDto {
  @ApiProperty({ type: VisitForeseenDto, nullable: true, description: '准予以后的现场核查；没有规定的为空' })
  visit!: VisitForeseenDto | null;
  @ApiProperty({ type: [PromisedDto], description: '以告知承诺代替、准予以后补交的材料' })
  commitments!: PromisedDto[];
  @ApiProperty({ type: ClosureForeseenDto, nullable: true, description: '终止后续核实；不是终止的为空' })
  closure!: ClosureForeseenDto | null;
}

export class InstitutionVerificationsDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  institutionId!: string;
}

export class OpenMismatchDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid', description: '在哪一件备案、许可中核查的' })
  filingId!: string;
  @ApiProperty({ enum: verificationProcess.states, example: 'MISMATCH_FOUND' })
  status!: VerificationStatus;
  @ApiProperty({ example: '核查不一致，待改正' })
  statusLabel!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '机构最迟办理变更或者改正的日期',
  })
  correctBy!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '主管机关复核的期限' })
  dueOn!: string | null;
  @ApiProperty({ format: 'date', description: '最近一次现场核查的日期' })
  visitedOn!: string;
  @ApiProperty({ type: [MismatchNowDto], description: '最近一次核查不一致的项目和现在填报的内容' })
  items!: MismatchNowDto[];
}
