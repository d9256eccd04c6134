import { ApiProperty } from '@nestjs/swagger';
import {
  BACKGROUND_RESULTS,
  CREDENTIAL_TYPES,
  KINDS,
  SITE_TYPES,
  STAFF_POSTS,
  STAFF_STANDINGS,
  type BackgroundResult,
  type CredentialType,
  type Kind,
  type StaffPost,
  type StaffStanding,
} from '@zhaoguan/contracts';
import { PageOf } from '@zhaoguan/platform';

const DAY = { type: String, format: 'date', nullable: true } as const;

class StaffBasisDto {
  @ApiProperty({ example: '《托儿所幼儿园卫生保健管理办法》（卫生部、教育部令第76号）' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, example: '第十四条' })
  article!: string | null;
}

export class StaffRequirementDto {
  @ApiProperty({ example: 'TY_HEALTH' })
  code!: string;
  @ApiProperty({ example: '健康合格证明' })
  label!: string;
  @ApiProperty({ enum: CREDENTIAL_TYPES })
  credential!: CredentialType;
  @ApiProperty({
    type: [String],
    example: ['婴幼儿照护经验', '相关专业背景'],
    description: '具备其中一项即可；只要求一项的为空',
  })
  alternatives!: readonly string[];
  @ApiProperty({ enum: STAFF_POSTS, isArray: true, description: '适用的岗位；空为所有人员' })
  posts!: readonly StaffPost[];
  @ApiProperty({ type: StaffBasisDto })
  basis!: StaffBasisDto;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
}

class StaffRequirementStandingDto {
  @ApiProperty({ example: 'TY_HEALTH' })
  code!: string;
  @ApiProperty({ example: '健康合格证明' })
  label!: string;
  @ApiProperty({ enum: CREDENTIAL_TYPES })
  credential!: CredentialType;
  @ApiProperty({
    type: [String],
    example: ['婴幼儿照护经验', '相关专业背景'],
    description: '具备其中一项即可；只要求一项的为空',
  })
  alternatives!: readonly string[];
  @ApiProperty({ type: StaffBasisDto })
  basis!: StaffBasisDto;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ enum: STAFF_STANDINGS })
  standing!: StaffStanding;
  @ApiProperty({ example: '已过期' })
  standingLabel!: string;
  @ApiProperty({ ...DAY, description: '有效期至；没有登记或者长期有效的为空' })
  validUntil!: string | null;
}

class StaffLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ format: 'uuid' })
  institutionId!: string;
  @ApiProperty({ example: '示例·赵护理', description: '机构看全名，工作人员看姓氏' })
  name!: string;
  @ApiProperty({ enum: STAFF_POSTS })
  post!: StaffPost;
  @ApiProperty({ example: '养老护理员' })
  postLabel!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '机构没有这个岗位时的提示和应选的岗位；没有问题的为空',
  })
  postFault!: string | null;
  @ApiProperty({ format: 'date' })
  employedOn!: string;
  @ApiProperty(DAY)
  leftOn!: string | null;
  @ApiProperty({ enum: STAFF_STANDINGS, description: '各项要求中最差的一项' })
  standing!: StaffStanding;
  @ApiProperty({ example: '缺少' })
  standingLabel!: string;
  @ApiProperty({ type: [StaffRequirementStandingDto] })
  requirements!: readonly StaffRequirementStandingDto[];
  @ApiProperty({ example: 1, description: '也在 ETag 中' })
  version!: number;
}

export class StaffPageDto extends PageOf(StaffLineDto) {}

export class StaffFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '健康证.jpg' })
  name!: string;
  @ApiProperty({ example: 182_044, description: '字节' })
  size!: number;
  @ApiProperty({ enum: ['application/pdf', 'image/jpeg', 'image/png'] })
  mediaType!: string;
  @ApiProperty({ description: '内容的 SM3 摘要，十六进制' })
  sm3!: string;
  @ApiProperty({ format: 'date-time' })
  uploadedAt!: Date;
}

class StaffCredentialDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: CREDENTIAL_TYPES })
  type!: CredentialType;
  @ApiProperty({ example: '健康合格证明' })
  typeLabel!: string;
  @ApiProperty({ type: String, nullable: true, example: 'TY_HEALTH' })
  requirement!: string | null;
  @ApiProperty({ example: '健康合格证明' })
  title!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '机构看全文，工作人员看末四位，不足八位的至多看一半',
  })
  number!: string | null;
  @ApiProperty({ format: 'date' })
  issuedOn!: string;
  @ApiProperty({ ...DAY, description: '有效期至；长期有效的为空' })
  validUntil!: string | null;
  @ApiProperty({ enum: BACKGROUND_RESULTS, nullable: true })
  result!: BackgroundResult | null;
  @ApiProperty({ enum: STAFF_STANDINGS })
  standing!: StaffStanding;
  @ApiProperty({ example: '已过期' })
  standingLabel!: string;
  @ApiProperty({ description: '已有更新的登记' })
  replaced!: boolean;
  @ApiProperty({ type: StaffFileDto, nullable: true })
  file!: StaffFileDto | null;
}

export class StaffMemberDto extends StaffLineDto {
  @ApiProperty({ example: '示例·长安养老院' })
  institutionName!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ type: [StaffCredentialDto], description: '新的在前，已更新的也在内' })
  credentials!: readonly StaffCredentialDto[];
  @ApiProperty({ description: '当前账号维护这份名录' })
  mayKeep!: boolean;
}

export class StaffNamesDto {
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    example: { '019a9d3c-7a00-7000-8000-000000000001': '示例·赵护理' },
    description: '姓名，按人员的编号',
  })
  names!: Readonly<Record<string, string>>;
  @ApiProperty({ example: 29, description: '今天还可以查看的次数' })
  remainingToday!: number;
}

class StaffSheetFaultDto {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 3,
    description: 'Excel 中的行号；整个文件的错误为空',
  })
  row!: number | null;
  @ApiProperty({ example: '入职日期（C 列）' })
  column!: string;
  @ApiProperty({ example: '2026-02-30' })
  value!: string;
  @ApiProperty({ example: '不是有效的日期，请填写如 2026-01-31' })
  reason!: string;
}

export class StaffImportDto {
  @ApiProperty({ example: 20, description: '文件中的人数' })
  rows!: number;
  @ApiProperty({ example: 3, description: '新登记的人数' })
  added!: number;
  @ApiProperty({ example: 1, description: '变更岗位或者离职的人数' })
  changed!: number;
  @ApiProperty({ example: 5, description: '新登记的证件' })
  credentials!: number;
  @ApiProperty({ type: [StaffSheetFaultDto], description: '有错误的，整份不导入' })
  faults!: readonly StaffSheetFaultDto[];
  @ApiProperty({
    type: [StaffSheetFaultDto],
    description: '没有照表中的内容登记的单元格，例如有效期超过规定的期限',
  })
  remarks!: readonly StaffSheetFaultDto[];
}

class StaffStandingCountDto {
  @ApiProperty({ enum: STAFF_STANDINGS })
  standing!: StaffStanding;
  @ApiProperty({ example: '齐全有效' })
  label!: string;
  @ApiProperty({ example: 12 })
  count!: number;
}

class StaffPostCountDto {
  @ApiProperty({ enum: STAFF_POSTS })
  post!: StaffPost;
  @ApiProperty({ example: '养老护理员' })
  label!: string;
  @ApiProperty({ example: 8 })
  count!: number;
}

class StaffRequirementCountDto {
  @ApiProperty({ example: 'TY_HEALTH' })
  code!: string;
  @ApiProperty({ example: '健康合格证明' })
  label!: string;
  @ApiProperty({ type: StaffBasisDto })
  basis!: StaffBasisDto;
  @ApiProperty({ type: [StaffStandingCountDto] })
  byStanding!: readonly StaffStandingCountDto[];
}

export class StaffCoverageDto {
  @ApiProperty({ example: 20, description: '在职人数' })
  employed!: number;
  @ApiProperty({ type: [StaffStandingCountDto] })
  byStanding!: readonly StaffStandingCountDto[];
  @ApiProperty({ type: [StaffPostCountDto] })
  byPost!: readonly StaffPostCountDto[];
  @ApiProperty({ type: [StaffRequirementCountDto] })
  byRequirement!: readonly StaffRequirementCountDto[];
  @ApiProperty({ description: '本人可以申请查看姓名明文' })
  mayRevealNames!: boolean;
}
