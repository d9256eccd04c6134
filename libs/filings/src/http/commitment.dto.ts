import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { MayBeAbsent } from '@zhaoguan/platform';
import { IsString, IsUUID, MaxLength } from 'class-validator';
import {
  commitmentProcess,
  type CommitmentAction,
  type CommitmentStatus,
} from '../domain/commitment.process';
import { FormCitationDto } from './filing-form.dto';

export class CommitmentOfferDto {
  @ApiProperty({
    description: '承诺书的内容，原样确认',
    example: '本单位承诺场地证明所载的权属、面积和租期真实、有效……',
  })
  text!: string;
  @ApiProperty({ example: 30, description: '准予备案之日起多少日内补交' })
  days!: number;
  @ApiProperty({ format: 'date', example: '2026-12-28', description: '今天准予备案的，最迟哪一天补交' })
  dueIfToday!: string;
  @ApiProperty({ example: 20, description: '补交后，主管机关多少个工作日内核实' })
  checkDays!: number;
  @ApiProperty({ type: FormCitationDto })
  basis!: FormCitationDto;
}

class CommitmentFileDto {
  @ApiProperty({ example: 2, description: '第几版，下载时用 materials/{code}/versions/{version}' })
  version!: number;
  @ApiProperty({ example: '场地证明.pdf' })
  fileName!: string;
  @ApiProperty({ example: 482113, description: '字节' })
  size!: number;
  @ApiProperty({
    enum: ['CURRENT', 'RETURNED', 'REPLACED'],
    description: 'CURRENT 现在的；RETURNED 已退回；REPLACED 核实以前由后来补交的代替',
  })
  outcome!: 'CURRENT' | 'RETURNED' | 'REPLACED';
}

class CommitmentActDto {
  @ApiProperty({ example: 2 })
  seq!: number;
  @ApiProperty({ enum: commitmentProcess.actionNames, example: 'handIn' })
  action!: CommitmentAction;
  @ApiProperty({ example: '再次补交材料' })
  label!: string;
  @ApiProperty({ type: String, nullable: true, example: '示例·李受理' })
  actorName!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true, example: '第二页看不清' })
  reason!: string | null;
  @ApiProperty({ type: CommitmentFileDto, nullable: true, description: '这次补交的文件' })
  file!: CommitmentFileDto | null;
}

export class CommitmentDto {
  @ApiProperty({ example: '本单位承诺场地证明所载的权属、面积和租期真实、有效……' })
  text!: string;
  @ApiProperty({ example: 30, description: '准予备案之日起多少日内补交' })
  days!: number;
  @ApiProperty({ type: FormCitationDto })
  basis!: FormCitationDto;
  @ApiProperty({ enum: commitmentProcess.states, example: 'OPEN' })
  status!: CommitmentStatus;
  @ApiProperty({ example: '待补交' })
  statusLabel!: string;
  @ApiProperty({ format: 'date-time' })
  givenAt!: Date;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '最迟补交的日期；准予备案以前为空',
  })
  dueOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2027-01-20',
    description: '补交的材料最迟核实的日期；没有待核实的材料时为空',
  })
  checkBy!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '退回重交或者认定未履行的理由；重新补交以后为空，见 acts',
  })
  reason!: string | null;
  @ApiProperty({ type: CommitmentActDto, isArray: true, description: '准予以后的办理记录，最早的在前' })
  acts!: CommitmentActDto[];
  @ApiProperty({
    enum: commitmentProcess.actionNames,
    isArray: true,
    description: '当前登录人现在可以办理的事项',
  })
  availableActions!: CommitmentAction[];
}

export class CommitmentLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  filingId!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116-TY-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ example: 'PREMISES_PROOF' })
  code!: string;
  @ApiProperty({ example: '托育机构场地证明' })
  name!: string;
  @ApiProperty({ enum: commitmentProcess.states, example: 'BREACHED' })
  status!: CommitmentStatus;
  @ApiProperty({ example: '未履行' })
  statusLabel!: string;
  @ApiProperty({ format: 'date' })
  dueOn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '补交的材料最迟核实的日期',
  })
  checkBy!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '退回重交或者认定未履行的理由；重新补交以后为空',
  })
  reason!: string | null;
}

export class GiveCommitmentDto {
  @ApiProperty({
    description: '所确认的承诺内容，与备案中的 offer.text 一致',
    example: '本单位知晓办理条件和要求，承诺……',
  })
  @MaxLength(2000)
  @IsString()
  text!: string;
}

export class JudgeCommitmentDto {
  @ApiPropertyOptional({
    example: '租赁合同的租期不足三年',
    maxLength: 500,
    description: '退回重交、认定未履行的须写明',
  })
  @MayBeAbsent()
  @MaxLength(500)
  @IsString()
  reason?: string;
}

export class CommitmentQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  institutionId!: string;
}
