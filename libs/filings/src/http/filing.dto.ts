import { ApiProperty, IntersectionType } from '@nestjs/swagger';
import { FILING_TYPES, KINDS, REGIMES, type FilingType, type Kind, type Regime } from '@zhaoguan/contracts';
import { MEDIA_TYPES, ProblemField } from '@zhaoguan/platform';
import { CALL_REASONS, type CallReason } from '../domain/call-before-return';
import { filingProcess, type FilingAction, type FilingStatus } from '../domain/filing.process';
import { CommitmentDto, CommitmentOfferDto } from './commitment.dto';
import { ChangedFieldDto } from './filing-changes.dto';
import { RemarkDto } from './filing-decision.dto';
import { AssistanceDto, AboutSuspensionDto, FilingReturnDto, FirstResidentDto } from './filing-facts.dto';
import { FormCitationDto } from './filing-form.dto';
import { InstitutionInput } from './filing-input.dto';
import { ExpiredLicenceDto, AdmissionDto, RenewalDto } from './filing-licence.dto';
import { EndedNumberDto } from './receipt.dto';
import { FilingOfficeDto } from './filing-office.dto';
import { DecidedDto } from './since-decided.dto';
import { TakeoverDto } from './takeover.dto';

export class MaterialFileDto {
  @ApiProperty({ example: 1, description: '第几次上传' })
  version!: number;
  @ApiProperty({ example: '承诺书.pdf' })
  fileName!: string;
  @ApiProperty({ example: 183_204, description: '字节' })
  size!: number;
  @ApiProperty({ enum: MEDIA_TYPES })
  mediaType!: string;
  @ApiProperty({
    description: '文件内容的 SM3，十六进制',
    example: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0',
  })
  sm3!: string;
  @ApiProperty({ format: 'date-time' })
  uploadedAt!: Date;
}

export class MaterialDto {
  @ApiProperty({ example: 'COMMITMENT_LETTER' })
  code!: string;
  @ApiProperty({ example: '承诺书' })
  name!: string;
  @ApiProperty({ description: '必须提交' })
  required!: boolean;
  @ApiProperty({ description: '已上传' })
  uploaded!: boolean;
  @ApiProperty({ type: String, nullable: true, example: '提供餐饮服务的' })
  condition!: string | null;
  @ApiProperty({
    description: '材料上应当看到什么、由谁签字盖章、常见退回原因',
    example: '由法定代表人签字，加盖公章。',
  })
  note!: string;
  @ApiProperty({ type: FormCitationDto, description: '要求提交的依据' })
  basis!: FormCitationDto;
  @ApiProperty({ type: MaterialFileDto, nullable: true })
  file!: MaterialFileDto | null;
  @ApiProperty({ type: CommitmentDto, nullable: true, description: '代替这份材料的告知承诺' })
  commitment!: CommitmentDto | null;
  @ApiProperty({
    type: CommitmentOfferDto,
    nullable: true,
    description: '当前登录人可以修改、这份材料可以用告知承诺代替的：承诺的内容和期限',
  })
  offer!: CommitmentOfferDto | null;
}

export class FilingCore {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: FILING_TYPES, example: 'INITIAL' })
  type!: FilingType;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({
    enum: REGIMES,
    example: 'FILING',
    description: '适用备案还是行政许可：首次提交时确定，以后不变；还没有提交的，是今天适用的',
  })
  regime!: Regime;
  @ApiProperty({ enum: filingProcess.states, example: 'SUBMITTED' })
  status!: FilingStatus;
  @ApiProperty({ example: '已提交' })
  statusLabel!: string;
  @ApiProperty({ example: 3, description: '也在 ETag 中' })
  version!: number;
  @ApiProperty({ example: 1, description: '第几次提交；草稿为 0' })
  round!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-11-27',
    description: '主管部门办理期限',
  })
  dueOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '办理期限经批准延长的，延长以前的最后一日；没有延长的为空',
  })
  extendedFrom!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2026-12-21',
    description: '退回补正的，最迟重新提交的日期，遇休息日顺延；逾期视为撤回',
  })
  correctBy!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  submittedAt!: Date | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '610100',
    description:
      '备案机关为市级或者省级的，所在市、省的区划代码；由服务场所所在地备案机关办理的为空。首次提交时确定，以后不变',
  })
  authority!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'uuid' })
  institutionId!: string | null;
  @ApiProperty({ format: 'date-time' })
  createdAt!: Date;
}

export class FormVersionDto {
  @ApiProperty({ example: 'ELDERLY_CARE_INITIAL' })
  code!: string;
  @ApiProperty({ example: 1 })
  version!: number;
}

export class IncompleteItemDto {
  @ApiProperty({ example: '/institution/floorAreaM2' })
  pointer!: string;
  @ApiProperty({ example: '服务设施面积' })
  label!: string;
}

class ReceiptTermDto {
  @ApiProperty({ example: 5, description: '主管部门办理期限，工作日' })
  workingDays!: number;
  @ApiProperty({ format: 'date', example: '2026-12-03', description: '办理期限的最后一日' })
  dueOn!: string;
}

class FixedFieldDto {
  @ApiProperty({ example: '/institution/uscc' })
  pointer!: string;
  @ApiProperty({ example: '统一社会信用代码不同的，是另一个举办主体，由新的主体办理首次备案。' })
  instead!: string;
  @ApiProperty({ type: FormCitationDto })
  basis!: FormCitationDto;
}

export class FilingDto extends IntersectionType(
  FilingCore,
  DecidedDto,
  ExpiredLicenceDto,
  FilingOfficeDto,
  AboutSuspensionDto,
) {
  @ApiProperty({ example: '西安市长安区民政局', description: '备案机关、许可机关' })
  authorityName!: string;
  @ApiProperty({ description: '由当前登录人所在的机关办理；否则只能查看' })
  ofOwnOffice!: boolean;
  @ApiProperty({ description: '当前登录人可以打开材料' })
  opensMaterials!: boolean;
  @ApiProperty({ description: '当前登录人可以安排、记录本件的现场核查；自己填报、代办的不可以' })
  verifies!: boolean;
  @ApiProperty({
    type: [ChangedFieldDto],
    nullable: true,
    description: '变更备案和没有办结的许可延续：与名录中现在的信息相比变更的项目；其他类型为空',
  })
  amendments!: ChangedFieldDto[] | null;
  @ApiProperty({
    type: [ChangedFieldDto],
    description:
      '许可延续、已备案机构的首次许可：填写以后机构经准予变更、本件所填（old）与名录现在（new，已经准予的为准予时）不同的项目；准予时以名录的为准',
  })
  overtaken!: ChangedFieldDto[];
  @ApiProperty({ type: [FixedFieldDto], description: '变更备案中不能改变的项目，以及应当怎样办理' })
  fixedFields!: FixedFieldDto[];
  @ApiProperty({
    type: ReceiptTermDto,
    nullable: true,
    description: '当前登录人可以提交的：今天提交的办理期限',
  })
  ifSubmittedToday!: ReceiptTermDto | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '当前登录人可以退回补正的：今天退回的，申请人最迟重新提交的日期',
  })
  ifReturnedToday!: string | null;
  @ApiProperty({ description: '当前登录人可以退回补正的：退回前须电话联系申请人' })
  callBeforeReturn!: boolean;
  @ApiProperty({
    enum: CALL_REASONS,
    nullable: true,
    description: '为什么须电话联系：ROUNDS 多次提交仍须补正，UNREACHED 申请人没有能够登录的账号',
  })
  callReason!: CallReason | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '许可申请最迟告知是否受理、需要补正什么的日期；备案和退回补正的为空',
  })
  admitBy!: string | null;
  @ApiProperty({
    type: AdmissionDto,
    nullable: true,
    description: '许可申请的受理；还没有受理的、备案的为空。受理以后不能再退回补正',
  })
  admission!: AdmissionDto | null;
  @ApiProperty({
    type: FirstResidentDto,
    nullable: true,
    description: '养老机构首次备案填写了首位老年人收住日期的，备案距收住多久；仅受理人可见',
  })
  firstResident!: FirstResidentDto | null;
  @ApiProperty({ type: RenewalDto, nullable: true, description: '许可延续申请的情况；不是延续申请的为空' })
  renewal!: RenewalDto | null;
  @ApiProperty({
    description: '申请延续的许可在办理期间被撤销、注销，或者机构已终止服务：没有可以延续的许可，只能不予许可',
  })
  renewalVoid!: boolean;
  @ApiProperty({
    type: String,
    format: 'uuid',
    nullable: true,
    description: '申请延续哪一家机构的许可，也在这项许可已经终止以后；不是延续申请的为空',
  })
  renews!: string | null;
  @ApiProperty({ description: '申请人查看的：机构此后已转入另一账号，申请人不能再查看机构' })
  institutionPassed!: boolean;
  @ApiProperty({ type: FilingReturnDto, nullable: true, description: '现在处于退回补正的：何时、由谁退回' })
  returned!: FilingReturnDto | null;
  @ApiProperty({
    type: FormVersionDto,
    description: '起草时适用的备案表单，见 GET /filing-forms/{code}/{version}',
  })
  form!: FormVersionDto;
  @ApiProperty({
    type: [IncompleteItemDto],
    description:
      '申请书中还没有填写的项目。其中表单标为 true 的，填写后才能提交；标为 form 的不影响程序提交，受理人据此一次告知补正，回执也会写明',
  })
  incomplete!: IncompleteItemDto[];
  @ApiProperty({ type: [ProblemField], description: '提示再核对一次的内容，不影响提交' })
  warnings!: ProblemField[];
  @ApiProperty({ type: InstitutionInput, description: '身份证号、电话已作掩码处理' })
  institution!: InstitutionInput;
  @ApiProperty({ type: [MaterialDto] })
  materials!: MaterialDto[];
  @ApiProperty({ type: [RemarkDto], description: '最近一次退回的补正意见' })
  remarks!: RemarkDto[];
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '准予备案的日期' })
  filedOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '实行许可的法律依据；备案的为空' })
  licenceLaw!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '许可证有效期的最后一日；备案和没有有效期的许可为空',
  })
  validUntil!: string | null;
  @ApiProperty({
    type: EndedNumberDto,
    nullable: true,
    description: '准予以后备案或者许可被注销、撤销的；仍然有效的和尚未准予的为空',
  })
  ended!: EndedNumberDto | null;
  @ApiProperty({
    enum: filingProcess.actionNames,
    isArray: true,
    description: '当前登录人现在可以办理的事项',
  })
  availableActions!: FilingAction[];
  @ApiProperty({ description: '当前登录人现在可以修改申请书和材料' })
  editable!: boolean;
  @ApiProperty({ type: AssistanceDto, nullable: true, description: '窗口代办；申请人自行填报的为空' })
  assistance!: AssistanceDto | null;
  @ApiProperty({
    type: TakeoverDto,
    nullable: true,
    description:
      '首次备案、许可申请：名录中同一代码由另一账号办理、同一地址有其他机构的，以及申请人的说明；没有的为空',
  })
  takeover!: TakeoverDto | null;
  @ApiProperty({ format: 'date-time' })
  updatedAt!: Date;
}
