import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsString, MaxLength } from 'class-validator';
import { InWords, MayBeAbsent, MEDIA_TYPES } from '@zhaoguan/platform';
import { IsDay } from './code.validators';
import {
  verificationProcess,
  type VerificationAction,
  type VerificationStatus,
} from '../domain/verification.process';
import { VERIFICATION_ORIGINS, type VerificationOrigin } from '../domain/verification-order';
import { FormCitationDto } from './filing-form.dto';

export class OrderVisitDto {
  @ApiProperty({
    example: '核实场地面积、班型和人员配备',
    maxLength: 1000,
    description: '为什么核查、主要看什么；申请人可以看到',
  })
  @InWords('请写明核查的原因和内容')
  @MaxLength(1000)
  @IsString()
  purpose!: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2026-12-03',
    description: '计划到现场的日期，不晚于核查期限',
  })
  @MayBeAbsent()
  @IsDay()
  plannedOn?: string;
}

export class CallOffVisitDto {
  @ApiProperty({ example: '申请人已补充说明，不再需要到现场核实', maxLength: 1000 })
  @InWords('请用文字写明')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}

export class CorrectMismatchDto {
  @ApiProperty({ example: '已按备案的床位数恢复设置，见照片', maxLength: 2000 })
  @InWords('请用文字写明')
  @MaxLength(2000)
  @IsString()
  statement!: string;
}

export class VerificationFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '现场照片1.jpg' })
  name!: string;
  @ApiProperty({ example: 183_204, description: '字节' })
  size!: number;
  @ApiProperty({ enum: MEDIA_TYPES })
  mediaType!: string;
}

class FiledFactDto {
  @ApiProperty({ example: '/institution/capacity' })
  pointer!: string;
  @ApiProperty({ example: '床位数' })
  label!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '120 张',
    description: '填报的内容；表单没有的项目为空',
  })
  filed!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '表单没有的项目：应当怎样' })
  requires!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '张', description: '数量的单位；不是数量的为空' })
  unit!: string | null;
}

class FactToVisitDto extends FiledFactDto {
  @ApiProperty({ type: Number, nullable: true, example: 0, description: '数量至多几位小数；不是数量的为空' })
  decimals!: number | null;
}

class CheckedFactDto extends FiledFactDto {
  @ApiProperty()
  matches!: boolean;
  @ApiProperty({ type: String, nullable: true, example: '现场实有 96 张床位' })
  found!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 96, description: '现场清点、测量的数；没有的为空' })
  foundNumber!: number | null;
}

export class MismatchNowDto extends CheckedFactDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '96 张',
    description: '现在填报的内容：准予以前为最近一次提交的，准予以后为名录中的；表单没有的项目为空',
  })
  now!: string | null;
  @ApiProperty({ description: '核查以后改过填报的内容，现在填报的与现场所见相同' })
  asFound!: boolean;
}

class UnseenFactDto {
  @ApiProperty({ example: '/institution/address' })
  pointer!: string;
  @ApiProperty({ example: '详细地址' })
  label!: string;
  @ApiProperty({ type: String, nullable: true, description: '现场所见；核查时没有填报、没有看的为空' })
  seen!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '现在填报的内容；不再填报的为空' })
  now!: string | null;
}

class VisitDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({ format: 'date' })
  visitedOn!: string;
  @ApiProperty({ type: [String], description: '工作人员的姓名' })
  officers!: string[];
  @ApiProperty({ type: [String], description: '外部专家的姓名' })
  experts!: string[];
  @ApiProperty({ type: [CheckedFactDto] })
  facts!: CheckedFactDto[];
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ type: [VerificationFileDto], description: '现场照片、文件，仅工作人员可见' })
  files!: VerificationFileDto[];
}

class EarliestVisitDto {
  @ApiProperty({ format: 'date', example: '2026-11-18' })
  day!: string;
  @ApiProperty({ example: '上一次现场核查的日期' })
  label!: string;
}

class VerificationStepDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({ enum: verificationProcess.actionNames })
  action!: VerificationAction;
  @ApiProperty({ example: '核查一致' })
  label!: string;
  @ApiProperty({ enum: verificationProcess.states })
  from!: VerificationStatus;
  @ApiProperty({ enum: verificationProcess.states })
  to!: VerificationStatus;
  @ApiProperty({ type: String, nullable: true })
  actorName!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
}

export class VerificationDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({
    enum: VERIFICATION_ORIGINS,
    description: 'ACCEPTANCE 准予以后依规定核查；REVIEW 审查许可申请时安排；ORDERED 备案机关自行安排',
  })
  origin!: VerificationOrigin;
  @ApiProperty({ type: String, nullable: true, description: '安排核查的原因和内容' })
  purpose!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '计划到现场的日期' })
  plannedOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '安排人' })
  orderedByName!: string | null;
  @ApiProperty({ enum: verificationProcess.states, example: 'OPEN' })
  status!: VerificationStatus;
  @ApiProperty({ example: '待现场核查' })
  statusLabel!: string;
  @ApiProperty({ example: 1, description: '版本号，记录核查、报告改正时在 If-Match 中写明' })
  version!: number;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '备案机关核查、复核的期限' })
  dueOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '核查不一致的，申请人变更备案或者改正的期限',
  })
  correctBy!: string | null;
  @ApiProperty({ format: 'date-time' })
  openedAt!: Date;
  @ApiProperty({ type: FormCitationDto, nullable: true, description: '核查期限的依据' })
  basis!: FormCitationDto | null;
  @ApiProperty({ enum: verificationProcess.actionNames, isArray: true })
  availableActions!: VerificationAction[];
  @ApiProperty({ type: [FactToVisitDto], description: '当前登录人可以记录核查的：核查项目和备案的内容' })
  facts!: FactToVisitDto[];
  @ApiProperty({
    type: [MismatchNowDto],
    description: '最近一次核查不一致、还没有办结的项目：核查时填报的、现场所见、现在填报的',
  })
  mismatches!: MismatchNowDto[];
  @ApiProperty({
    type: [UnseenFactDto],
    description: '最近一次核查以后改过填报、没有人到现场看过的项目；有的，不能不到现场办结',
  })
  unseen!: UnseenFactDto[];
  @ApiProperty({
    type: EarliestVisitDto,
    nullable: true,
    description: '当前登录人可以记录核查的：核查日期不能早于哪一天，这一天是什么',
  })
  earliestVisit!: EarliestVisitDto | null;
  @ApiProperty({ type: [VisitDto], description: '历次现场核查的记录' })
  visits!: VisitDto[];
  @ApiProperty({ type: [VerificationStepDto] })
  steps!: VerificationStepDto[];
  @ApiProperty({ type: [VerificationFileDto], description: '申请人提交的改正材料' })
  applicantFiles!: VerificationFileDto[];
}
