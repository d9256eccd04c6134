import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { DecisionServiceDto } from '@zhaoguan/access';
import {
  KINDS,
  REGIMES,
  REMOVAL_SERVICES,
  REMOVAL_TYPES,
  SITE_TYPES,
  type Kind,
  type Regime,
  type RemovalService,
  type RemovalType,
} from '@zhaoguan/contracts';
import { PageOf } from '@zhaoguan/platform';
import type { RemovalFile, RemovalStatement } from '../domain/removal';
import { removalProcess, type RemovalAction, type RemovalStatus } from '../domain/removal.process';

const DAY = { type: String, format: 'date', nullable: true } as const;

export class RemovalBasisDto {
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  law!: string;
  @ApiProperty({ type: String, nullable: true })
  article!: string | null;
}

export class RemovalGroundRefDto {
  @ApiProperty({ example: 'FALSE_MATERIALS' })
  code!: string;
  @ApiProperty({ example: '提供虚假材料取得备案', description: '公示时的用语' })
  label!: string;
  @ApiProperty({ type: RemovalBasisDto })
  basis!: RemovalBasisDto;
  @ApiPropertyOptional({ description: '法律规定的其他后果，写入决定书' })
  consequence?: string;
}

export class RemovalGroundDto extends RemovalGroundRefDto {
  @ApiProperty({ enum: REMOVAL_TYPES })
  type!: RemovalType;
  @ApiProperty({ example: '原备案材料，出具单位的核实意见', description: '应当取得的证据' })
  proof!: string;
}

class RemovalLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: REMOVAL_TYPES, example: 'REVOCATION' })
  type!: RemovalType;
  @ApiProperty({ enum: REGIMES, description: '注销、撤销的是备案还是许可' })
  regime!: Regime;
  @ApiProperty({ example: '撤销备案' })
  typeLabel!: string;
  @ApiProperty({ type: RemovalGroundRefDto })
  ground!: RemovalGroundRefDto;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·长安养老院', description: '启动办理时的名称' })
  institutionName!: string;
  @ApiProperty({ example: '526101160000000199' })
  uscc!: string;
  @ApiProperty({ example: '610116-YL-2026-0001' })
  filingNumber!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ type: String, nullable: true })
  township!: string | null;
  @ApiProperty({ example: '西安市长安区民政局' })
  authorityName!: string;
  @ApiProperty({ enum: removalProcess.states })
  status!: RemovalStatus;
  @ApiProperty({ example: '已告知，待陈述申辩' })
  statusLabel!: string;
  @ApiProperty({ format: 'date-time' })
  openedAt!: Date;
  @ApiProperty({ ...DAY, description: '主管机关下一步的最后一日；办结的为空，对机构为空' })
  dueOn!: string | null;
  @ApiProperty({ type: Number, nullable: true, description: '离该日还有几个工作日；负数为已超期' })
  workingDaysLeft!: number | null;
  @ApiProperty({ ...DAY, description: '陈述申辩的最后一日' })
  statementUntil!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '长民备撤决〔2026〕1号' })
  decisionNumber!: string | null;
  @ApiProperty(DAY)
  decidedOn!: string | null;
  @ApiProperty({ enum: removalProcess.actionNames, isArray: true, description: '当前账号可办的事项' })
  availableActions!: readonly RemovalAction[];
  @ApiProperty({ example: 1, description: '也在 ETag 中' })
  version!: number;
}

export class RemovalPageDto extends PageOf(RemovalLineDto) {}

export class RemovalNoticeViewDto {
  @ApiProperty({ description: '告知的事实、证据和理由' })
  facts!: string;
  @ApiProperty({ enum: REMOVAL_SERVICES })
  service!: RemovalService;
  @ApiProperty({ type: String, nullable: true, description: '送达情况' })
  serviceNote!: string | null;
  @ApiProperty({ format: 'date' })
  servedOn!: string;
  @ApiProperty({ format: 'date' })
  statementUntil!: string;
}

export class RemovalPreparedViewDto {
  @ApiProperty({ description: '告知书写明的事实、证据和理由' })
  facts!: string;
  @ApiProperty({ format: 'date', description: '告知书的日期' })
  preparedOn!: string;
}

export class RemovalProposalViewDto {
  @ApiProperty({ description: '决定的理由' })
  text!: string;
  @ApiProperty({ type: String, nullable: true, description: '对陈述申辩的复核意见' })
  statementReview!: string | null;
}

export class RemovalDecisionDto {
  @ApiProperty({ description: '查明的事实' })
  facts!: string;
  @ApiProperty({ example: '长民备撤决〔2026〕1号' })
  number!: string;
  @ApiProperty({ format: 'date' })
  decidedOn!: string;
  @ApiProperty({ ...DAY, description: '应当送达的最后一日；已经登记送达的为空' })
  serveBy!: string | null;
  @ApiProperty({ ...DAY, description: '送达日期；还没有登记送达的为空' })
  servedOn!: string | null;
  @ApiProperty({ ...DAY, description: '申请行政复议的最后一日，从送达之日起算；还没有登记送达的为空' })
  reconsiderationUntil!: string | null;
  @ApiProperty({ ...DAY, description: '提起行政诉讼的最后一日，从送达之日起算；还没有登记送达的为空' })
  litigationUntil!: string | null;
  @ApiProperty({ type: [DecisionServiceDto], description: '送达的登记，先登记的在前；最后一次登记的有效' })
  services!: readonly DecisionServiceDto[];
  @ApiProperty({ description: '当前账号可否登记、更正送达' })
  mayEnterService!: boolean;
}

export class RemovalAnnulmentDto {
  @ApiProperty({ description: '撤销原决定的文书编号' })
  document!: string;
  @ApiProperty({ format: 'date' })
  annulledOn!: string;
}

export class RemovalFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: ['EVIDENCE', 'STATEMENT'], description: '主管机关的证据，或者机构的材料' })
  purpose!: RemovalFile['purpose'];
  @ApiProperty({ example: '核实意见.pdf' })
  name!: string;
  @ApiProperty({ example: 182_044, description: '字节' })
  size!: number;
  @ApiProperty({ enum: ['application/pdf', 'image/jpeg', 'image/png'] })
  mediaType!: RemovalFile['mediaType'];
  @ApiProperty({ description: '内容的 SM3 摘要，十六进制' })
  sm3!: string;
  @ApiProperty({ format: 'date-time' })
  uploadedAt!: Date;
}

export class RemovalStatementViewDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: ['STATEMENT', 'WAIVER'] })
  nature!: RemovalStatement['nature'];
  @ApiProperty({ enum: ['PARTY', 'RECORDED'], description: '机构提交，或者承办人员记录' })
  channel!: RemovalStatement['channel'];
  @ApiProperty()
  text!: string;
  @ApiProperty({ format: 'date-time' })
  madeAt!: Date;
  @ApiProperty({ type: [RemovalFileDto] })
  files!: readonly RemovalFileDto[];
}

export class RemovalActDto {
  @ApiProperty({ enum: removalProcess.actionNames })
  action!: RemovalAction;
  @ApiProperty({ example: '事先告知' })
  label!: string;
  @ApiProperty({ enum: removalProcess.states })
  to!: RemovalStatus;
  @ApiProperty()
  toLabel!: string;
  @ApiProperty({ type: String, nullable: true })
  reason!: string | null;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true, description: '办理人；对机构为空' })
  actorName!: string | null;
}

export class RemovalDto extends RemovalLineDto {
  @ApiProperty({ type: String, nullable: true, description: '线索来源和初步情况；对机构为空' })
  clue!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '启动办理的人；对机构为空' })
  openedByName!: string | null;
  @ApiProperty({
    type: RemovalPreparedViewDto,
    nullable: true,
    description: '已制作、还没有送达的告知书；对机构为空',
  })
  prepared!: RemovalPreparedViewDto | null;
  @ApiProperty({ type: RemovalNoticeViewDto, nullable: true })
  notice!: RemovalNoticeViewDto | null;
  @ApiProperty({ type: RemovalProposalViewDto, nullable: true })
  proposal!: RemovalProposalViewDto | null;
  @ApiProperty({ type: RemovalDecisionDto, nullable: true })
  decision!: RemovalDecisionDto | null;
  @ApiProperty({ type: RemovalAnnulmentDto, nullable: true })
  annulment!: RemovalAnnulmentDto | null;
  @ApiProperty({
    type: [RemovalFileDto],
    description: '主管机关的证据；对机构，是已上传、还没有随陈述提交的材料',
  })
  files!: readonly RemovalFileDto[];
  @ApiProperty({ type: [RemovalStatementViewDto] })
  statements!: readonly RemovalStatementViewDto[];
  @ApiProperty({ type: [RemovalActDto] })
  history!: readonly RemovalActDto[];
  @ApiProperty({ description: '当前账号是否办理过本件：办理过的不能作出决定' })
  workedOn!: boolean;
  @ApiProperty({
    description:
      '拟撤销的备案或者许可（含变更）是否由当前账号准予：准予的不能作出撤销决定；注销的一律为 false',
  })
  ofOwnAcceptance!: boolean;
  @ApiProperty({ description: '机构在这次告知以后已经在线放弃陈述申辩；报请决定以前仍然可以补充' })
  waived!: boolean;
  @ApiProperty({
    description:
      '现在能不能系统送达：机构有能够登录、已经改过初始密码的经办人账号的为 true；对机构一律为 false',
  })
  servesOnline!: boolean;
}
