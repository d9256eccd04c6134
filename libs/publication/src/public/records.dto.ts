import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILING_ENDS,
  FILING_OF_STATUS_ACTION,
  INSTITUTION_STATUSES,
  KINDS,
  REGIMES,
  REMOVAL_TYPES,
  RENEWAL_STATES,
  SITE_TYPES,
  type FilingEnd,
  type InstitutionStatus,
  type Kind,
  type Regime,
  type RemovalType,
  type RenewalState,
  STAFF_POSTS,
  type StaffPost,
} from '@zhaoguan/contracts';
import { PageOf } from '@zhaoguan/platform';
import { IsIn, IsOptional, IsUUID, Matches } from 'class-validator';
import { GRADE_DIRECTIONS, type GradeReason } from './grade-reasons';
import type { StatusStepFacts } from './institutions.query';
import { PublicInstitutionDto } from './institutions.dto';
import { DistrictQuery, EmptyIsAbsent } from './public.dto';

export class RecordsQuery extends DistrictQuery {
  @ApiPropertyOptional({ format: 'uuid', description: '机构编号' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsUUID()
  institutionId?: string;

  @ApiPropertyOptional({ enum: KINDS, description: '机构类型' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;
}

export class ResultsSearchQuery extends RecordsQuery {
  @ApiPropertyOptional({ example: 'NO_PROBLEM', description: '公示用语的代码' })
  @EmptyIsAbsent()
  @IsOptional()
  @Matches(/^[A-Z_]{1,40}$/)
  result?: string;
}

export class ItemBasisDto {
  @ApiProperty({ example: '《中华人民共和国消防法》' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, example: '第二十八条' })
  article!: string | null;
}

export class FailedItemDto {
  @ApiProperty({ example: 'YL12' })
  code!: string;
  @ApiProperty({ example: '疏散通道、安全出口' })
  title!: string;
  @ApiProperty({ type: [ItemBasisDto] })
  basis!: ItemBasisDto[];
}

class RecordDto {
  @ApiProperty({ format: 'uuid', example: '019a9d3c-7a00-7000-8000-000000000002' })
  id!: string;
  @ApiProperty({ format: 'uuid', example: '019a9d3c-7a00-7000-8000-000000000001' })
  institutionId!: string;
  @ApiProperty({ example: '示例·春晖养护中心' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '陕西省西安市长安区' })
  districtName!: string;
  @ApiProperty({
    type: String,
    format: 'date-time',
    example: '2026-09-20T06:00:00.000Z',
    description: '公布时间',
  })
  publishedAt!: Date;
}

export class PublicResultDto extends RecordDto {
  @ApiProperty({ example: '2026 年长安区养老机构双随机抽查' })
  planTitle!: string;
  @ApiProperty({ format: 'date', example: '2026-09-12', description: '检查日期' })
  inspectedOn!: string;
  @ApiProperty({ example: 'NO_PROBLEM', description: '公示用语的代码' })
  result!: string;
  @ApiProperty({ example: '未发现问题' })
  resultLabel!: string;
  @ApiProperty({ type: [FailedItemDto], description: '不符合的检查事项' })
  failedItems!: FailedItemDto[];
  @ApiProperty({ example: '西安市长安区民政局' })
  agency!: string;
  @ApiProperty({ type: [String], example: ['61011600001', '61011600002'], description: '执法证号' })
  certificateNumbers!: string[];
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '本条更正的原结果' })
  corrects!: string | null;
}

export class PublicResultPageDto extends PageOf(PublicResultDto) {}

export class PublicPenaltyDto extends RecordDto {
  @ApiProperty({ example: '52610116MJY1234569' })
  uscc!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '作出决定的机关' })
  authority!: string;
  @ApiProperty({ example: '长民罚决字〔2026〕3 号' })
  decisionNumber!: string;
  @ApiProperty({ format: 'date', example: '2026-10-08' })
  decidedOn!: string;
  @ApiProperty({ example: '未建立入院评估制度或者未按照规定开展评估活动' })
  violation!: string;
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  basisLaw!: string;
  @ApiProperty({ example: '第四十六条第一项' })
  basisArticle!: string;
  @ApiProperty({ type: [String], example: ['WARNING', 'FINE'] })
  measures!: string[];
  @ApiProperty({ type: [String], example: ['警告', '罚款'] })
  measureLabels!: string[];
  @ApiProperty({ example: 500000, description: '罚款金额（分）；没有罚款的为 0' })
  amountFen!: number;
  @ApiProperty({ enum: ['MINOR', 'GENERAL', 'SERIOUS'] })
  publicityClass!: string;
  @ApiProperty({ format: 'date', example: '2026-10-10', description: '公示开始' })
  publicFrom!: string;
  @ApiProperty({ format: 'date', example: '2027-10-09', description: '公示到期' })
  publicUntil!: string;
}

export class PublicPenaltyPageDto extends PageOf(PublicPenaltyDto) {}

export class GradeReasonDto {
  @ApiProperty({ example: '2026年9月12日检查发现问题：疏散通道、安全出口' })
  text!: string;
  @ApiProperty({ enum: GRADE_DIRECTIONS, description: '扣分或加分' })
  direction!: GradeReason['direction'];
  @ApiProperty({ format: 'date', example: '2026-09-12' })
  on!: string;
}

export class FilingEndDto {
  @ApiProperty({ enum: FILING_ENDS, description: '备案或者许可已由主管机关注销或者撤销' })
  endedAs!: FilingEnd;
  @ApiProperty({ enum: REGIMES, description: '注销、撤销的是备案还是许可' })
  regime!: Regime;
  @ApiProperty({ format: 'date', example: '2026-12-20' })
  endedOn!: string;
}

class PublicRemovalDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: REMOVAL_TYPES, example: 'REVOCATION', description: '注销或者撤销' })
  type!: RemovalType;
  @ApiProperty({ enum: REGIMES, description: '注销、撤销的是备案还是许可' })
  regime!: Regime;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·春晖养护中心' })
  institutionName!: string;
  @ApiProperty({ example: '610116-YL-2026-0042' })
  filingNumber!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '陕西省西安市长安区' })
  districtName!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '作出决定的机关' })
  authority!: string;
  @ApiProperty({ example: '提供虚假材料取得备案', description: '情形' })
  ground!: string;
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）', description: '依据' })
  law!: string;
  @ApiProperty({ example: '长民备撤决〔2026〕1号' })
  decisionNumber!: string;
  @ApiProperty({ format: 'date', example: '2026-12-20' })
  decidedOn!: string;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '决定已被撤销、备案或者许可恢复的日期',
  })
  annulledOn!: string | null;
}

export class PublicRemovalPageDto extends PageOf(PublicRemovalDto) {}

class PublicStaffCountDto {
  @ApiProperty({ enum: STAFF_POSTS, example: 'ELDERLY_CARER' })
  post!: StaffPost;
  @ApiProperty({ example: 12, description: '在职人数' })
  people!: number;
}

export class PublicStatusStepDto {
  @ApiProperty({ enum: [...Object.keys(FILING_OF_STATUS_ACTION), 'reinstate', 'reinstateSuspended'] })
  action!: StatusStepFacts['action'];
  @ApiProperty({ format: 'date' })
  effectiveOn!: string;
  @ApiProperty({ description: '已经生效；日期已到而为 false 的，尚未生效' })
  inForce!: boolean;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '暂停、延长暂停服务的，预计恢复服务日；没有写明的和其他情形为空',
  })
  expectedUntil!: string | null;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    description: '延长暂停服务的，暂停服务起始日；其他情形为空',
  })
  suspendedSince!: string | null;
  @ApiProperty({ description: '机构已申请撤回，答复以前不生效，日期到了也不生效' })
  held!: boolean;
}

export class PredecessorDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·旧春晖养老院' })
  name!: string;
  @ApiProperty({ type: PublicStatusStepDto, nullable: true })
  statusStep!: PublicStatusStepDto | null;
  @ApiProperty({ type: FilingEndDto, nullable: true })
  filingEnd!: FilingEndDto | null;
}

export class OtherInstitutionDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·春晖养老院（二院）' })
  name!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ enum: INSTITUTION_STATUSES })
  status!: InstitutionStatus;
  @ApiProperty({ example: '陕西省西安市长安区' })
  districtName!: string;
}

class PublicRenewalDto {
  @ApiProperty({ enum: RENEWAL_STATES, description: 'WAITING 延续申请办理中；PRESUMED 视为准予延续' })
  state!: RenewalState;
  @ApiProperty({ format: 'date', example: '2031-11-22', description: '申请延续的许可有效期的最后一日' })
  until!: string;
}

export class InstitutionRecordDto extends PublicInstitutionDto {
  @ApiProperty({
    type: [PublicStaffCountDto],
    description: '机构登记的在职从业人员，只有各岗位人数；没有登记的为空',
  })
  staff!: PublicStaffCountDto[];
  @ApiProperty({
    type: [PredecessorDto],
    description: '同一地址此前的机构，由近到远，至多 5 家；家庭托育点不列',
  })
  predecessors!: PredecessorDto[];
  @ApiProperty({
    type: [OtherInstitutionDto],
    description: '终止以后在同一地址开办或者承接的机构，由近到远；家庭托育点不列',
  })
  successors!: OtherInstitutionDto[];
  @ApiProperty({ type: [OtherInstitutionDto], description: '同一统一社会信用代码的其他机构，至多 50 家' })
  sitesOfLegalPerson!: OtherInstitutionDto[];
  @ApiProperty({ type: FilingEndDto, nullable: true })
  filingEnd!: FilingEndDto | null;
  @ApiProperty({
    type: PublicRenewalDto,
    nullable: true,
    description: '按期申请延续、还没有作出决定的许可为什么继续有效；没有申请延续的为空',
  })
  renewal!: PublicRenewalDto | null;
  @ApiProperty({ type: [GradeReasonDto], description: '信用等级的依据' })
  gradeReasons!: GradeReasonDto[];
  @ApiProperty({ example: true, description: '备案回执由本系统出具，可以核验真伪' })
  receiptIssued!: boolean;
  @ApiProperty({ type: [PublicResultDto], description: '最近公布的检查结果，至多 20 条' })
  latestResults!: PublicResultDto[];
  @ApiProperty({ type: [PublicPenaltyDto], description: '公示期内的行政处罚' })
  penaltiesInForce!: PublicPenaltyDto[];
}
