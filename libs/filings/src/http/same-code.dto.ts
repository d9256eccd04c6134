import { ApiProperty } from '@nestjs/swagger';
import {
  FILING_ENDS,
  FILING_TYPES,
  INSTITUTION_STATUSES,
  KINDS,
  REGIMES,
  type FilingEnd,
  type FilingType,
  type InstitutionStatus,
  type Kind,
  type Regime,
} from '@zhaoguan/contracts';
import { IsIn, IsString, Matches } from 'class-validator';
import { filingProcess, type FilingStatus } from '../domain/filing.process';
import { IsUsccCode } from './code.validators';

export class SameCodeQueryDto {
  @ApiProperty({ enum: KINDS })
  @IsIn(KINDS)
  kind!: Kind;

  @ApiProperty({ example: '526101160000000199', description: '统一社会信用代码' })
  @IsUsccCode()
  @Matches(/\S/, { message: '请填写' })
  @IsString()
  uscc!: string;
}

class OwnFilingOfCodeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: filingProcess.states, example: 'ACCEPTED' })
  status!: FilingStatus;
  @ApiProperty({ example: '已备案' })
  statusLabel!: string;
  @ApiProperty({ enum: FILING_TYPES, example: 'INITIAL' })
  type!: FilingType;
  @ApiProperty({ enum: REGIMES, description: '备案还是许可' })
  regime!: Regime;
  @ApiProperty({ description: '申请延续现有许可' })
  renewal!: boolean;
  @ApiProperty({ example: '示例·长安颐养院', description: '机构名称' })
  name!: string;
  @ApiProperty({ format: 'date', example: '2026-11-20', description: '准予的日期；还没有准予的，起草的日期' })
  on!: string;
  @ApiProperty({
    enum: INSTITUTION_STATUSES,
    nullable: true,
    description: '机构现在的状态；还没有机构的、机构已由另一个账号办理的为空',
  })
  institutionStatus!: InstitutionStatus | null;
  @ApiProperty({
    enum: FILING_ENDS,
    nullable: true,
    description: '这一件的备案或者许可已由主管机关注销、撤销',
  })
  filingEndedAs!: FilingEnd | null;
  @ApiProperty({ description: '机构此后已由另一个账号办理' })
  institutionPassed!: boolean;
  @ApiProperty({ description: '由窗口工作人员代为起草（窗口代办）' })
  enteredAtWindow!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '不予备案、不予许可的理由；其他的为空' })
  refusalReason!: string | null;
}

class ImportedOfNobodyDto {
  @ApiProperty({ example: '示例·存量养老院' })
  name!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116001' })
  township!: string | null;
  @ApiProperty({ example: '陕西省西安市长安区韦曲街道示例路1号' })
  address!: string;
  @ApiProperty({ example: 80, description: '床位数或者托位数' })
  capacity!: number;
  @ApiProperty({ type: Number, nullable: true, example: 30 })
  nursingBeds!: number | null;
  @ApiProperty({ type: String, nullable: true, example: '029-85290001', description: '名录公布的服务电话' })
  servicePhone!: string | null;
}

class DraftOfColleagueDto {
  @ApiProperty({ example: '示例·陈窗口', description: '起草的工作人员' })
  name!: string;
  @ApiProperty({ format: 'date', description: '起草日期' })
  begunOn!: string;
}

class EndedSiteDto {
  @ApiProperty({ example: '示例·长安颐养院' })
  name!: string;
  @ApiProperty({ type: String, nullable: true, example: '陕西省西安市长安区韦曲街道示例路1号' })
  address!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116001' })
  township!: string | null;
  @ApiProperty({ type: Number, nullable: true, example: 80, description: '床位数或者托位数' })
  capacity!: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 30 })
  nursingBeds!: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 2600, description: '建筑面积（平方米）' })
  floorAreaM2!: number | null;
  @ApiProperty({ type: String, nullable: true, example: '029-85290001' })
  servicePhone!: string | null;
}

export class SameCodeDto {
  @ApiProperty({ description: '公开名录中已有同一代码、同一类别的机构' })
  registered!: boolean;
  @ApiProperty({
    type: [OwnFilingOfCodeDto],
    description:
      '本人在办或者已备案的同一代码、同一类别的其他备案，和本人的草稿；填写中查询的，草稿只有同一处的',
  })
  own!: OwnFilingOfCodeDto[];
  @ApiProperty({
    type: [ImportedOfNobodyDto],
    description:
      '名录导入、还没有归入任何账号的同一代码、同一类别的机构，只有名录公布的内容；填写中查询的，只有同一区县的。没有家庭托育点',
  })
  imported!: ImportedOfNobodyDto[];
  @ApiProperty({
    type: EndedSiteDto,
    nullable: true,
    description:
      '本人在同一处已经终止，或者备案、许可已被注销、撤销的机构，填写中的首次备案以它预填；起草前查询的为空',
  })
  ended!: EndedSiteDto | null;
  @ApiProperty({
    example: 0,
    description:
      '窗口代办的：申请人账号中同一处（还没有填写地址的也算）的、窗口看不到的草稿有几份；起草前查询的，同一代码的有几份',
  })
  draftsUnseen!: number;
  @ApiProperty({
    type: [DraftOfColleagueDto],
    description: '窗口起草前查询的：其中由本机关的同事在窗口起草的；其他为空',
  })
  draftsOfColleagues!: DraftOfColleagueDto[];
}
