import { ApiProperty } from '@nestjs/swagger';
import {
  FILING_TYPES,
  KINDS,
  REGIMES,
  SITE_TYPES,
  type FilingType,
  type Kind,
  type Regime,
} from '@zhaoguan/contracts';
import { LIKENESSES, type Likeness } from '../domain/duplicates';
import type { FilingStatus } from '../domain/filing.process';

class LikenessDto {
  @ApiProperty({ enum: LIKENESSES, example: 'SAME_HEAD' })
  code!: Likeness;
  @ApiProperty({ example: '法定代表人（负责人）为同一人' })
  label!: string;
}

class DuplicateLineDto {
  @ApiProperty({ enum: ['INSTITUTION', 'FILING'], description: '名录中的机构，或者未办结的备案' })
  what!: 'INSTITUTION' | 'FILING';
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '示例·长安颐养院' })
  name!: string;
  @ApiProperty({ example: '526101160000000199' })
  uscc!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '示例路1号' })
  address!: string;
  @ApiProperty({ example: 'OPERATING' })
  status!: string;
  @ApiProperty({ example: '在营' })
  statusLabel!: string;
  @ApiProperty({ description: '归在另一个账号名下，不是本件申请人的账号' })
  ofAnother!: boolean;
  @ApiProperty({ description: '信用代码相同，登记的法定代表人（负责人）不是同一人' })
  otherHead!: boolean;
  @ApiProperty({ description: '本件所涉机构自己在办的申请（申请许可、延续、变更等），不是重复' })
  ofSame!: boolean;
  @ApiProperty({ type: [LikenessDto], description: '与本件相同或者相近之处' })
  likenesses!: LikenessDto[];
}

class TakenOverDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·旧档养老院', description: '名录中现在的名称' })
  name!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2020-0077' })
  filingNumber!: string | null;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '名录记载的备案日期' })
  filedOn!: string | null;
  @ApiProperty({ format: 'date', description: '载入名录的日期' })
  registeredOn!: string;
  @ApiProperty({ description: '准予以后沿用原编号和原备案日期，不另编号' })
  numberKept!: boolean;
  @ApiProperty({ description: '以前的备案、许可已被撤销；不是的，是名录导入、还没有归入任何账号的' })
  wasRevoked!: boolean;
  @ApiProperty({ description: '现在归在另一个账号名下；准予以后不再归它' })
  ofAnother!: boolean;
  @ApiProperty({ description: '名录记载的法定代表人（负责人）与本件填报的不是同一人' })
  otherHead!: boolean;
}

class FallingClosureDto {
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '终止服务的那一件' })
  filingId!: string | null;
  @ApiProperty({ format: 'date', example: '2026-12-31', description: '原定终止服务之日' })
  endsOn!: string;
}

class LicensedDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·小树苗托育中心', description: '名录中现在的名称' })
  name!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116-TY-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ enum: REGIMES, description: '现在持有的是备案还是许可' })
  regime!: Regime;
  @ApiProperty({
    type: FallingClosureDto,
    nullable: true,
    description: '原备案已准予、还没有到日子的终止，准予许可以后不再生效；没有的为空',
  })
  closure!: FallingClosureDto | null;
}

class EarlierRefusalDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: FILING_TYPES, example: 'INITIAL' })
  type!: FilingType;
  @ApiProperty({ enum: REGIMES, description: '备案还是许可' })
  regime!: Regime;
  @ApiProperty({ description: '申请延续现有许可' })
  renewal!: boolean;
  @ApiProperty({ enum: ['REFUSED', 'DISMISSED', 'LAPSED'] })
  status!: FilingStatus;
  @ApiProperty({ example: '不予备案' })
  statusLabel!: string;
  @ApiProperty({ example: '示例·长安颐养院' })
  name!: string;
  @ApiProperty({ format: 'date', description: '决定的日期' })
  on!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '床位数不足10张',
    description: '理由；逾期视为撤回的，为最后一次退回的补正意见',
  })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '长民备不予〔2026〕1号', description: '文书文号' })
  paperNumber!: string | null;
}

export class DuplicatesDto {
  @ApiProperty({
    type: [DuplicateLineDto],
    description: '本辖区、本部门的，最相似的在前，已终止服务的在后，至多 20 处',
  })
  items!: DuplicateLineDto[];
  @ApiProperty({ example: 0, description: '没有列出的，本辖区还有几处' })
  more!: number;
  @ApiProperty({ example: 1, description: '其他辖区或者其他部门还有几处，只计数（至多 500）' })
  elsewhere!: number;
  @ApiProperty({
    type: TakenOverDto,
    nullable: true,
    description: '首次备案、首次申请许可准予以后归入申请人账号的名录记录；没有的为空',
  })
  takesOver!: TakenOverDto | null;
  @ApiProperty({
    type: LicensedDto,
    nullable: true,
    description: '首次申请许可的，申请人在名录中已有的同一处机构：准予以后换领许可证，不另立一家；没有的为空',
  })
  licenses!: LicensedDto | null;
  @ApiProperty({
    type: [EarlierRefusalDto],
    description:
      '以前不予备案、不予许可、不予受理的，代码相同或者地址相同的同类机构的申请，最近的在前，至多 10 件',
  })
  refusals!: EarlierRefusalDto[];
}
