import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILING_TYPES,
  KINDS,
  REGIMES,
  TERM_UNITS,
  type FilingType,
  type Kind,
  type Regime,
  type TermUnit,
} from '@zhaoguan/contracts';
import { IsIn, IsOptional, Matches } from 'class-validator';

export class ServiceGuideQuery {
  @ApiPropertyOptional({ example: '610116', description: '服务场所所在区县；不填为全国通行的规定' })
  @IsOptional()
  @Matches(/^[1-9]\d{5}$/, { message: '请填写六位行政区划代码' })
  district?: string;

  @ApiPropertyOptional({
    enum: REGIMES,
    description: '机构现有的是备案还是许可；不填按当天的规定。过渡期内还没有换领许可证的，填 FILING',
  })
  @IsOptional()
  @IsIn(REGIMES)
  held?: Regime;
}

export class GuideOtherDto {
  @ApiProperty({ enum: REGIMES, description: '另一份指南的 held' })
  held!: Regime;
  @ApiProperty({ format: 'date', description: '过渡期届满日' })
  until!: string;
}

export class ServiceItemDto {
  @ApiProperty({ example: 'elderly-care-initial', description: '在地址中的写法' })
  slug!: string;
  @ApiProperty({ example: 'ELDERLY_CARE_INITIAL' })
  code!: string;
  @ApiProperty({ example: '养老机构首次备案' })
  name!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ type: String, nullable: true, enum: ['HOME'], description: 'HOME 为家庭托育点' })
  siteType!: string | null;
  @ApiProperty({ enum: FILING_TYPES })
  filingType!: FilingType;
}

export class ServiceItemListDto {
  @ApiProperty({ type: [ServiceItemDto] })
  items!: ServiceItemDto[];
}

export class GuideCitationDto {
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  law!: string;
  @ApiProperty({ type: String, nullable: true, example: '第九条' })
  article!: string | null;
}

export class GuideContactDto {
  @ApiProperty({ example: '陕西省西安市长安区政务服务中心（示例地址）' })
  address!: string;
  @ApiProperty({ example: '029-0000 0000（示例号码）' })
  phone!: string;
}

export class GuideAuthorityDto {
  @ApiProperty({ example: '西安市长安区民政局' })
  name!: string;
  @ApiProperty({ type: GuideContactDto, nullable: true })
  contact!: GuideContactDto | null;
}

export class GuideExceptionDto {
  @ApiProperty({ example: '西咸新区' })
  area!: string;
  @ApiProperty({ type: [String], description: '由功能区管理的乡镇、街道' })
  townships!: string[];
  @ApiProperty({ type: GuideAuthorityDto })
  authority!: GuideAuthorityDto;
}

export class GuideRegistryDto {
  @ApiProperty({ example: '陕西省西安市' })
  registry!: string;
  @ApiProperty({ type: GuideAuthorityDto })
  authority!: GuideAuthorityDto;
}

export class GuidePlaceDto {
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '陕西省西安市长安区' })
  districtName!: string;
  @ApiProperty({ type: GuideAuthorityDto })
  authority!: GuideAuthorityDto;
  @ApiProperty({ type: [GuideExceptionDto] })
  exceptions!: GuideExceptionDto[];
  @ApiProperty({
    type: [GuideRegistryDto],
    description: '在市、省登记的非营利性养老机构，与登记管理机关同级的受理机关；其他的为空',
  })
  registries!: GuideRegistryDto[];
}

export class GuideFieldDto {
  @ApiProperty({ example: '/institution/name' })
  pointer!: string;
  @ApiProperty({ example: '机构名称' })
  label!: string;
  @ApiProperty({ enum: ['必填', '选填'] })
  need!: string;
  @ApiProperty({ type: String, nullable: true, description: '什么情况下才填；为空的总要填' })
  when!: string | null;
  @ApiProperty({ type: String, nullable: true })
  unit!: string | null;
  @ApiProperty({ type: [String], description: '可选的答案' })
  options!: string[];
  @ApiProperty({ type: [String], description: '逐行填写的，每行写明的项目' })
  columns!: string[];
  @ApiProperty({ type: String, nullable: true })
  help!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '填写举例；日期按查看当日推算' })
  example!: string | null;
  @ApiProperty({ description: '填写样例中是否填写：按样例中其他项目的答案不用填的，为 false' })
  inSample!: boolean;
  @ApiProperty({ type: GuideCitationDto, nullable: true })
  basis!: GuideCitationDto | null;
}

export class GuideFormStepDto {
  @ApiProperty({ example: '机构信息' })
  title!: string;
  @ApiProperty()
  intro!: string;
  @ApiProperty({ type: [GuideFieldDto] })
  fields!: GuideFieldDto[];
}

export class GuideFormDto {
  @ApiProperty({ example: 'ELDERLY_CARE_INITIAL' })
  code!: string;
  @ApiProperty({ example: 2 })
  version!: number;
  @ApiProperty({ example: '养老机构备案申请书' })
  title!: string;
  @ApiProperty({ format: 'date' })
  effectiveFrom!: string;
  @ApiProperty({ type: [GuideFormStepDto] })
  steps!: GuideFormStepDto[];
}

export class GuideFixedFieldDto {
  @ApiProperty({ example: '统一社会信用代码' })
  label!: string;
  @ApiProperty({ description: '应当怎样办' })
  instead!: string;
  @ApiProperty({ type: GuideCitationDto })
  basis!: GuideCitationDto;
}

export class GuidePromiseDto {
  @ApiProperty({ example: 30, description: '准予之日起多少日内补交' })
  days!: number;
  @ApiProperty({ example: 20, description: '补交后，主管机关多少个工作日内核实' })
  checkDays!: number;
}

export class GuideMaterialDto {
  @ApiProperty({ example: 'REGISTRATION_CERTIFICATE' })
  code!: string;
  @ApiProperty({ example: '养老机构登记证书' })
  name!: string;
  @ApiProperty()
  required!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '不是必交的，什么情况下要交' })
  condition!: string | null;
  @ApiProperty({ type: [String], example: ['application/pdf'] })
  accepts!: string[];
  @ApiProperty()
  note!: string;
  @ApiProperty({ type: GuideCitationDto })
  basis!: GuideCitationDto;
  @ApiProperty({
    type: GuidePromiseDto,
    nullable: true,
    description: '可以以告知承诺代替的，补交和核实的期限',
  })
  promised!: GuidePromiseDto | null;
}

export class GuideTransitionDto {
  @ApiProperty({ example: 1 })
  number!: number;
  @ApiProperty({ example: '提交' })
  label!: string;
  @ApiProperty({ example: 'DRAFT' })
  from!: string;
  @ApiProperty({ example: 'SUBMITTED' })
  to!: string;
  @ApiProperty({ enum: ['申请人', '备案机关', '许可机关', '系统'] })
  by!: string;
  @ApiProperty({ description: '书面说明理由' })
  reasoned!: boolean;
}

export class GuideTermDto {
  @ApiProperty({ example: 'FILING_RECEIPT' })
  code!: string;
  @ApiProperty({ example: '出具备案回执' })
  name!: string;
  @ApiProperty({ example: 5 })
  value!: number;
  @ApiProperty({ enum: TERM_UNITS })
  unit!: TermUnit;
  @ApiProperty({ type: String, nullable: true })
  note!: string | null;
  @ApiProperty({ type: GuideCitationDto })
  basis!: GuideCitationDto;
}

export class GuideMistakeDto {
  @ApiProperty({ example: 'CAPACITY_TOO_SMALL' })
  code!: string;
  @ApiProperty({ example: '养老机构床位数不少于 10 张' })
  message!: string;
  @ApiProperty({ type: String, nullable: true })
  when!: string | null;
  @ApiProperty({ enum: ['ERROR', 'WARNING'], description: 'WARNING 只提醒' })
  severity!: string;
  @ApiProperty({ type: GuideCitationDto, nullable: true })
  basis!: GuideCitationDto | null;
}

export class GuideLawDto {
  @ApiProperty()
  law!: string;
  @ApiProperty({ type: [String] })
  articles!: string[];
}

export class ServiceGuideDto extends ServiceItemDto {
  @ApiProperty({ format: 'date', description: '按这一天有效的规定' })
  on!: string;
  @ApiProperty({
    type: GuideOtherDto,
    nullable: true,
    description: '过渡期内，持有另一种（备案或者许可）的机构看的指南；没有的为空',
  })
  other!: GuideOtherDto | null;
  @ApiProperty({ type: GuidePlaceDto, nullable: true })
  place!: GuidePlaceDto | null;
  @ApiProperty({ description: '办理对象' })
  applicant!: string;
  @ApiProperty({ type: [String], description: '什么时候办' })
  when!: string[];
  @ApiProperty({ type: [String], description: '到哪里办' })
  where!: string[];
  @ApiProperty({ example: '不收费。' })
  fee!: string;
  @ApiProperty({ type: [String], description: '应当符合的基本条件' })
  conditions!: string[];
  @ApiProperty({ type: GuideFormDto, nullable: true })
  form!: GuideFormDto | null;
  @ApiProperty({ type: [GuideFixedFieldDto], description: '变更备案不能改变的项目' })
  fixed!: GuideFixedFieldDto[];
  @ApiProperty({ type: [GuideMaterialDto] })
  materials!: GuideMaterialDto[];
  @ApiProperty({ type: [GuideTransitionDto], description: '办理流程' })
  steps!: GuideTransitionDto[];
  @ApiProperty({ type: [GuideTermDto] })
  terms!: GuideTermDto[];
  @ApiProperty({ type: [String], description: '办理结果' })
  outcomes!: string[];
  @ApiProperty({ description: '办结以后' })
  effect!: string;
  @ApiProperty({ type: [GuideMistakeDto], description: '常见错误' })
  mistakes!: GuideMistakeDto[];
  @ApiProperty({ type: [GuideTermDto], description: '救济途径及其期限' })
  remedies!: GuideTermDto[];
  @ApiProperty({ type: [GuideLawDto], description: '依据' })
  laws!: GuideLawDto[];
}
