import { ApiProperty } from '@nestjs/swagger';
import {
  FILING_ENDS,
  INSTITUTION_STATUSES,
  type FilingEnd,
  type InstitutionStatus,
} from '@zhaoguan/contracts';
import { filingProcess, type FilingStatus } from '../domain/filing.process';

class ReplacementDto {
  @ApiProperty({ example: '610116-TYXK-2027-0001', description: '代替它的许可证编号' })
  number!: string;
  @ApiProperty({ enum: FILING_ENDS, nullable: true, description: '该许可也已注销、撤销的' })
  endedAs!: FilingEnd | null;
}

class LaterCaseDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: filingProcess.states })
  status!: FilingStatus;
}

class SinceDecidedDto {
  @ApiProperty({ enum: INSTITUTION_STATUSES, nullable: true, description: '机构现在的状态' })
  institutionStatus!: InstitutionStatus | null;
  @ApiProperty({ type: ReplacementDto, nullable: true, description: '备案已由许可证代替的' })
  replacedBy!: ReplacementDto | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2031-11-22',
    description: '准予的许可、变更许可：许可证有效期已经届满、没有延续的，有效期的最后一日',
  })
  licenceExpiredOn!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '暂停服务：延长暂停的那一件' })
  prolongedBy!: string | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '暂停服务：恢复服务的那一件' })
  resumedBy!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '暂停、恢复、终止服务：在生效以前已经准予撤回的，准予撤回的日期',
  })
  retractedOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description:
      '暂停、恢复、终止实际生效的日期；申请撤回而在原定日期以后才不予撤回的，为答复之日。还没有生效的、已经撤回的为空',
  })
  inForceOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '暂停、恢复、终止：生效以前由机构以后的备案、许可取代，没有生效的，取代的日期',
  })
  supersededOn!: string | null;
  @ApiProperty({ type: LaterCaseDto, nullable: true, description: '没有准予、以后又提交的那一件' })
  again!: LaterCaseDto | null;
  @ApiProperty({
    enum: ['APPLICANT', 'WINDOW'],
    nullable: true,
    description:
      '没有准予的，当前账号能否按它重新填报：APPLICANT 申请人本人，WINDOW 在窗口代申请人；不能的（机构已经终止、备案已经注销撤销、机构已经归入其他账号等）为空',
  })
  beginsAgain!: 'APPLICANT' | 'WINDOW' | null;
}

/** What can be done against a refusal (救济途径), and until when. */
class RemediesDto {
  @ApiProperty({ example: '西安市长安区人民政府', description: '行政复议机关' })
  reviewBody!: string;
  @ApiProperty({ example: 60, description: '自收到决定之日起多少日内可以申请行政复议' })
  reconsiderationDays!: number;
  @ApiProperty({ example: 6, description: '自收到决定之日起多少个月内可以提起行政诉讼' })
  litigationMonths!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '在申请人的账号中送达的日期；窗口代办、平台转来的，不知道收到日期的为空',
  })
  servedOn!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '申请行政复议的最后一日' })
  reconsiderationUntil!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '提起行政诉讼的最后一日' })
  litigationUntil!: string | null;
}

/** What a case that is decided says of it: of a refusal why, and what can be done against it. */
export class DecidedDto {
  @ApiProperty({ type: String, nullable: true, description: '不予备案、不予许可、不予受理的理由' })
  refusalReason!: string | null;
  @ApiProperty({
    type: RemediesDto,
    nullable: true,
    description: '不予备案、不予许可、不予受理的救济途径；其他为空',
  })
  remedies!: RemediesDto | null;
  @ApiProperty({ type: SinceDecidedDto, nullable: true, description: '办结以后的情况；没有办结的为空' })
  since!: SinceDecidedDto | null;
}
