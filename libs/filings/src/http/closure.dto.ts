import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { PLACED, REFUNDED, type Placed, type Refunded } from '@zhaoguan/contracts';
import { InWords, MayBeAbsent, MEDIA_TYPES } from '@zhaoguan/platform';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';
import { closureProcess, type ClosureAction, type ClosureStatus } from '../domain/closure.process';
import { IsDay } from './code.validators';
import { FormCitationDto } from './filing-form.dto';

export class RecordClosureDto {
  @ApiProperty({ format: 'date', example: '2026-12-08', description: '核实的日期，不早于终止服务的日期' })
  @IsDay()
  checkedOn!: string;

  @ApiProperty({
    enum: PLACED,
    example: 'ALL',
    description: 'ALL 已全部妥善安置；NOT_ALL 尚未全部安置；NOBODY 没有需要安置的人',
  })
  @IsIn(PLACED, { message: '请选择人员安置的情况' })
  placed!: Placed;

  @ApiProperty({
    enum: REFUNDED,
    example: 'NOT_ALL',
    description: 'ALL 已全部退还；NOT_ALL 尚未全部退还；NOTHING 没有应退的费用',
  })
  @IsIn(REFUNDED, { message: '请选择费用退还的情况' })
  refunded!: Refunded;

  @ApiPropertyOptional({
    example: '入住人员均已按安置方案转入，还有 2 户的余额未退，已约谈负责人',
    maxLength: 1000,
    description: '核实的情况；尚未完成的必填，写明采取的措施',
  })
  @MayBeAbsent()
  @MaxLength(1000)
  @IsString()
  words?: string;

  @ApiPropertyOptional({ maxLength: 1000, description: '更正“已妥善安置、退费”的记录的，写明理由' })
  @MayBeAbsent()
  @MaxLength(1000)
  @IsString()
  reason?: string;
}

export class ReportClosureDto {
  @ApiProperty({
    example: '剩余2户的预收费已于12月10日退清，收据见附件',
    maxLength: 1000,
    description: '安置、退费怎样完成的；不要写个人信息，号码会隐去一部分',
  })
  @InWords('请写明怎样完成的')
  @MaxLength(1000)
  @IsString()
  statement!: string;
}

export class ClosureFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '退费收据.pdf' })
  name!: string;
  @ApiProperty({ example: 183_204, description: '字节' })
  size!: number;
  @ApiProperty({ enum: MEDIA_TYPES })
  mediaType!: string;
}

class ClosureReportDto {
  @ApiProperty({ example: 2, description: '与核实记录一起编号' })
  seq!: number;
  @ApiProperty({ example: '剩余2户的预收费已于12月10日退清，收据见附件' })
  statement!: string;
  @ApiProperty({ type: String, nullable: true, example: '示例·周经办' })
  actorName!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
}

class ClosureRecordDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({ enum: closureProcess.actionNames, example: 'settle' })
  action!: ClosureAction;
  @ApiProperty({ example: '核实已妥善安置、退费' })
  label!: string;
  @ApiProperty({ enum: closureProcess.states, example: 'OPEN' })
  from!: ClosureStatus;
  @ApiProperty({ enum: closureProcess.states, example: 'SETTLED' })
  to!: ClosureStatus;
  @ApiProperty({ format: 'date', example: '2026-12-08' })
  checkedOn!: string;
  @ApiProperty({ enum: PLACED, example: 'ALL' })
  placed!: Placed;
  @ApiProperty({ example: '已全部妥善安置' })
  placedLabel!: string;
  @ApiProperty({ enum: REFUNDED, example: 'ALL' })
  refunded!: Refunded;
  @ApiProperty({ example: '已全部退还' })
  refundedLabel!: string;
  @ApiProperty({ type: String, nullable: true })
  words!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '更正的理由' })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '示例·李受理' })
  actorName!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
}

class OfficeContactDto {
  @ApiProperty({ example: '陕西省西安市长安区政务服务中心（示例地址）' })
  address!: string;
  @ApiProperty({ example: '029-0000 0000（示例号码）' })
  phone!: string;
}

class ClosureOfficeDto {
  @ApiProperty({ example: '西安市长安区民政局' })
  name!: string;
  @ApiProperty({ type: OfficeContactDto, nullable: true, description: '办公地址和电话；没有登记的为空' })
  contact!: OfficeContactDto | null;
}

class DueAgainDto {
  @ApiProperty({ format: 'date', example: '2027-01-14', description: '费用尚未全部退还的' })
  feesLeft!: string;
  @ApiProperty({ format: 'date', example: '2026-12-22', description: '只有人员尚未全部安置的' })
  peopleLeft!: string;
}

export class ClosureDto {
  @ApiProperty({ format: 'uuid' })
  filingId!: string;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: 1 })
  version!: number;
  @ApiProperty({ format: 'date', example: '2026-12-01', description: '终止服务的日期' })
  endsOn!: string;
  @ApiProperty({ enum: closureProcess.states, example: 'OPEN' })
  status!: ClosureStatus;
  @ApiProperty({ example: '待核实' })
  statusLabel!: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-12-15',
    description: '最迟核实的日期；已办结的为空',
  })
  dueOn!: string | null;
  @ApiProperty({ type: FormCitationDto, nullable: true, description: '核实期限的依据' })
  basis!: FormCitationDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·长安颐养院',
    description: '备案写明的承接机构',
  })
  successor!: string | null;
  @ApiProperty({ description: '承接机构是同一账号的，准予时已经写入沿革；别的账号的，核实办结以后写入' })
  successorWritten!: boolean;
  @ApiProperty({ description: '别的账号的承接机构在核实办结以后写入了沿革；更正为尚未完成的，随之收回' })
  successorLinked!: boolean;
  @ApiProperty({
    type: DueAgainDto,
    nullable: true,
    description: '今天记录尚未完成的，最迟再次核实的日期；不能记录的人为空',
  })
  dueAgain!: DueAgainDto | null;
  @ApiProperty({ type: ClosureOfficeDto, description: '核实的机关' })
  office!: ClosureOfficeDto;
  @ApiProperty({ example: 12, description: '备案写明需要安置的人数' })
  residents!: number;
  @ApiProperty({ description: '备案写明有应退的费用' })
  refundDue!: boolean;
  @ApiProperty({ description: '看的人现在可以记录或者更正' })
  mayRecord!: boolean;
  @ApiProperty({ description: '看的人现在可以报告已完成' })
  mayReport!: boolean;
  @ApiProperty({
    description: '申请人有能够登录的账号，可以在本系统报告；没有的，由办理机关当面或者书面联系',
  })
  reportsOnline!: boolean;
  @ApiProperty({ type: [ClosureReportDto], description: '申请人报告已完成，先报告的在前；只追加，不修改' })
  reports!: ClosureReportDto[];
  @ApiProperty({ type: [ClosureFileDto], description: '申请人提交的安置、退费材料；不能打开的人为空' })
  files!: ClosureFileDto[];
  @ApiProperty({ type: [ClosureRecordDto], description: '核实记录，先记录的在前；只追加，不修改' })
  records!: ClosureRecordDto[];
}

export class NamingClosureDto {
  @ApiProperty({ example: '示例·安居养老院', description: '终止服务的机构' })
  name!: string;
  @ApiProperty({ format: 'date', example: '2026-12-01', description: '终止服务的日期' })
  endsOn!: string;
}

export class ClosureQueryDto {
  @ApiProperty({ format: 'uuid' })
  @IsUUID('all')
  institutionId!: string;
}
