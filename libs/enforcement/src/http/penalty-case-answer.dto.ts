import { ApiProperty } from '@nestjs/swagger';
import {
  KINDS,
  PENALTY_MEASURES,
  PENALTY_SERVICES,
  PENALTY_SEVERITIES,
  PUBLICITY_CLASSES,
  SITE_TYPES,
  type Kind,
  type PenaltyMeasure,
  type PenaltyService,
  type PenaltyTier,
  type PublicityClass,
} from '@zhaoguan/contracts';
import { PageOf } from '@zhaoguan/platform';
import {
  penaltyCaseProcess,
  type PenaltyCaseAction,
  type PenaltyCaseStatus,
} from '../domain/penalty-case.process';
import { CaseDecisionDto } from './case-decision.dto';
import { CaseTierDto } from './case-tier.dto';
import { PriorOrderDto } from './prior-order.dto';
import { StatementFileDto } from './statement-file.dto';
import type { CaseAlarm, CaseTerm } from '../domain/penalty-case.deadlines';

export class CaseBasisDto {
  @ApiProperty({ example: 'YL_46_3' })
  code!: string;
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  law!: string;
  @ApiProperty({ example: '第四十六条第三项' })
  article!: string;
  @ApiProperty({ example: '未按照有关强制性国家标准提供服务', description: '违法行为类型' })
  conduct!: string;
}

export class CaseDeadlineDto {
  @ApiProperty({ example: '2027-02-18', description: '应当作出决定的最后一日' })
  decideBy!: string;
  @ApiProperty({ example: 90, description: '剩余日历天数；负数为已超期' })
  daysLeft!: number;
  @ApiProperty({ enum: ['NONE', 'FIRST', 'SECOND', 'OVERDUE'], example: 'NONE', description: '预警' })
  alarm!: CaseAlarm;
}

export class CaseTermDto {
  @ApiProperty({
    enum: ['STATEMENT', 'DECISION'],
    example: 'DECISION',
    description: '陈述申辩期 或者 作出决定的期限',
  })
  term!: CaseTerm['term'];
  @ApiProperty({ example: '2027-02-18', description: '最后一日' })
  dueOn!: string;
  @ApiProperty({ example: 90, description: '剩余日数；负数为已超期' })
  left!: number;
  @ApiProperty({ enum: ['WORKING_DAY', 'DAY'], example: 'DAY', description: '工作日 或者 日历天' })
  unit!: CaseTerm['unit'];
}

class PenaltyCaseLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '610116-YL-罚案-2026-0001' })
  caseNumber!: string;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安颐养院' })
  institutionName!: string;
  @ApiProperty({ example: '91610116MA00000007' })
  uscc!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '处罚机关' })
  authorityName!: string;
  @ApiProperty({ enum: penaltyCaseProcess.states, example: 'OPENED' })
  status!: PenaltyCaseStatus;
  @ApiProperty({ example: '已立案' })
  statusLabel!: string;
  @ApiProperty({ type: CaseBasisDto })
  basis!: CaseBasisDto;
  @ApiProperty({ example: '2026-11-20', description: '立案日期' })
  openedOn!: string;
  @ApiProperty({ type: CaseDeadlineDto, nullable: true, description: '已作出决定的为 null' })
  deadline!: CaseDeadlineDto | null;
  @ApiProperty({ type: CaseTermDto, nullable: true, description: '当前期限；已作出决定的为 null' })
  nextTerm!: CaseTermDto | null;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-罚决-2026-0001' })
  decisionNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '2026-11-30' })
  decidedOn!: string | null;
  @ApiProperty({ enum: penaltyCaseProcess.actionNames, isArray: true, example: ['notice', 'dismiss'] })
  availableActions!: PenaltyCaseAction[];
  @ApiProperty({ example: 1 })
  version!: number;
}

export class CaseLegalBasisDto {
  @ApiProperty({ example: '《养老机构服务安全基本规范》（GB 38600—2019）' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, example: '5.1' })
  article!: string | null;
  @ApiProperty({ example: true, description: '是否强制性规定' })
  binding!: boolean;
}

export class CaseFindingDto {
  @ApiProperty({ format: 'uuid' })
  findingId!: string;
  @ApiProperty({ format: 'uuid' })
  resultId!: string;
  @ApiProperty({ example: 'YL07' })
  itemCode!: string;
  @ApiProperty({ example: '疏散通道和安全出口' })
  itemTitle!: string;
  @ApiProperty({ type: [CaseLegalBasisDto] })
  legalBasis!: CaseLegalBasisDto[];
  @ApiProperty({ enum: ['V', 'H', 'M', 'L'], example: 'H', description: 'V 重大，H 严重，M 一般，L 轻微' })
  severity!: string;
  @ApiProperty({ type: String, nullable: true, example: '二层疏散通道堆放杂物' })
  note!: string | null;
  @ApiProperty({ example: '2026-11-18' })
  inspectedOn!: string;
}

class FailedFindingDto extends CaseFindingDto {
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安颐养院' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ example: '610116' })
  district!: string;
}

export class CaseNoticeDto {
  @ApiProperty({ enum: PENALTY_SEVERITIES, example: 'SERIOUS', description: '法定档次' })
  severity!: PenaltyTier['severity'];
  @ApiProperty({ enum: PENALTY_MEASURES, isArray: true })
  measures!: PenaltyMeasure[];
  @ApiProperty({ type: [String], example: ['警告', '罚款'] })
  measureLabels!: string[];
  @ApiProperty({ example: 500000, description: '分' })
  amountFen!: number;
  @ApiProperty({ example: '经现场检查，二层疏散通道堆放杂物。' })
  facts!: string;
  @ApiProperty({ example: '上述行为违反强制性国家标准，情节严重。' })
  reasons!: string;
  @ApiProperty({ type: PriorOrderDto, nullable: true, description: '此前的责令改正；没有的为 null' })
  priorOrder!: PriorOrderDto | null;
  @ApiProperty({ example: '你单位依法享有陈述、申辩的权利，……' })
  rights!: string;
  @ApiProperty({ example: '2026-11-20', description: '告知书的日期' })
  paperOn!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-11-20',
    description: '登记送达的日期；告知书已经制作、尚未登记送达的为 null',
  })
  noticedOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-11-27',
    description: '陈述申辩期的最后一日（含）；尚未登记送达的为 null',
  })
  statementUntil!: string | null;
  @ApiProperty({ enum: PENALTY_SERVICES, nullable: true, description: '送达方式；没有记录的为 null' })
  service!: PenaltyService | null;
  @ApiProperty({ type: String, nullable: true, description: '送达情况；当事人看不到' })
  serviceNote!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '送达日期' })
  servedOn!: string | null;
}

export class CaseStatementDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: ['STATEMENT', 'WAIVER'], example: 'STATEMENT' })
  nature!: string;
  @ApiProperty({
    enum: ['PARTY', 'RECORDED'],
    example: 'PARTY',
    description: '当事人在线提交 或者 承办人记录',
  })
  channel!: string;
  @ApiProperty({ example: '已于当日清理完毕，请从轻处理。' })
  text!: string;
  @ApiProperty({ type: [StatementFileDto], description: '随陈述申辩提交的材料' })
  files!: StatementFileDto[];
  @ApiProperty({ format: 'date-time' })
  madeAt!: string;
}

export class CasePublicityDto {
  @ApiProperty({ enum: PUBLICITY_CLASSES, example: 'GENERAL' })
  class!: PublicityClass;
  @ApiProperty({ example: '一般失信' })
  label!: string;
  @ApiProperty({ example: true, description: '是否向社会公示' })
  published!: boolean;
  @ApiProperty({ example: 12, description: '公示期的月数（信用修复的可以提前结束）；不公示的为 0' })
  months!: number;
}

export class CaseStepDto {
  @ApiProperty({ enum: penaltyCaseProcess.actionNames, example: 'notice' })
  action!: PenaltyCaseAction;
  @ApiProperty({ example: '行政处罚告知' })
  label!: string;
  @ApiProperty({ enum: penaltyCaseProcess.states, example: 'OPENED' })
  from!: PenaltyCaseStatus;
  @ApiProperty({ enum: penaltyCaseProcess.states, example: 'NOTICED' })
  to!: PenaltyCaseStatus;
  @ApiProperty({ format: 'date-time' })
  at!: string;
  @ApiProperty({ type: String, nullable: true, example: '《中华人民共和国行政处罚法》第四十四条' })
  legalBasis!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·赵承办',
    description: '办理人；当事人查看时和当事人自己办理的为 null',
  })
  actorName!: string | null;
}

export class PenaltyCaseDto extends PenaltyCaseLineDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·赵承办',
    description: '立案人；当事人查看时为 null',
  })
  openedByName!: string | null;
  @ApiProperty({ type: [CaseTierDto], description: '立案时该依据允许的处理，按档次' })
  tiers!: CaseTierDto[];
  @ApiProperty({
    type: [String],
    example: ['陕A-0001', '陕A-0002'],
    description: '调查人员执法证号，两名以上',
  })
  investigators!: string[];
  @ApiProperty({ type: [CaseFindingDto] })
  findings!: CaseFindingDto[];
  @ApiProperty({ type: CaseNoticeDto, nullable: true })
  notice!: CaseNoticeDto | null;
  @ApiProperty({ type: [CaseStatementDto] })
  statements!: CaseStatementDto[];
  @ApiProperty({ type: CaseDecisionDto, nullable: true })
  decision!: CaseDecisionDto | null;
  @ApiProperty({ type: CasePublicityDto, nullable: true })
  publicity!: CasePublicityDto | null;
  @ApiProperty({ type: [CaseStepDto] })
  history!: CaseStepDto[];
  @ApiProperty({
    description:
      '现在能不能系统送达告知书（决定以后为决定书）：当事人有能够登录、已经改过初始密码的经办人账号的为 true，没有告知过的决定书除外；当事人查看时一律为 false',
  })
  servesOnline!: boolean;
}

export const PenaltyCasePage = PageOf(PenaltyCaseLineDto);
export const FailedFindingPage = PageOf(FailedFindingDto);
