import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  FILING_ENDS,
  INSTITUTION_STATUS_LABELS,
  LICENCE_STANDINGS,
  PAPER_ENDS,
  PAPER_KINDS,
  REGIMES,
  type FilingEnd,
  type InstitutionStatus,
  type LicenceStanding,
  type PaperEnd,
  type Regime,
} from '@zhaoguan/contracts';
import { IsOptional, IsString, MaxLength } from 'class-validator';
import { EmptyIsAbsent } from './public.dto';
import { FilingEndDto, PublicStatusStepDto } from './records.dto';
import { PublicSignatureDto } from './signatures.dto';

export class PaperCheckQuery {
  @ApiPropertyOptional({ example: '长卫备不符〔2026〕1号', description: '文号；括号、全角半角不限' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(80)
  number?: string;

  @ApiPropertyOptional({
    example: '7KQ2-M0XA-3TBN-91ZC',
    description: '文书上的核验码；不公开的文书必须提供，可以只填这一项',
  })
  @EmptyIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(40)
  code?: string;

  @ApiPropertyOptional({ description: '文件的 SM3，按手中文件核对；备案回执也可以' })
  @EmptyIsAbsent()
  @IsOptional()
  @IsString()
  @MaxLength(200)
  sm3?: string;
}

class PaperSuccessorStandingDto {
  @ApiProperty({ enum: LICENCE_STANDINGS })
  state!: LicenceStanding['state'];
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '从哪一天起' })
  since!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '依据哪一份登记回执' })
  by!: string | null;
}

class PaperSuccessorDto {
  @ApiProperty({ example: '610116-TYXK-2027-0001' })
  number!: string;
  @ApiProperty({ type: PaperSuccessorStandingDto })
  standing!: PaperSuccessorStandingDto;
  @ApiProperty({ enum: FILING_ENDS, nullable: true })
  endedAs!: FilingEnd | null;
}

class PaperLicenceDto {
  @ApiProperty({ example: '610116-TYXK-2027-0001' })
  number!: string;
  @ApiProperty({ type: PaperSuccessorStandingDto })
  standing!: PaperSuccessorStandingDto;
}

class RestoredReceiptDto {
  @ApiProperty({ example: '610116-YL-2026-0001' })
  number!: string;
  @ApiProperty({ example: 2, description: '第几版' })
  version!: number;
  @ApiProperty({ enum: PAPER_ENDS, nullable: true, description: '后来不再有效的原因；现行有效的为空' })
  endedAs!: PaperEnd | null;
  @ApiProperty({ type: String, nullable: true, example: '第4版', description: '由哪一份代替' })
  supersededBy!: string | null;
  @ApiProperty({ type: String, nullable: true, format: 'date', description: '注销、撤销的日期' })
  endedOn!: string | null;
}

export class PaperStandingDto {
  @ApiProperty({ enum: REGIMES, description: '备案还是许可' })
  regime!: Regime;
  @ApiProperty({ type: FilingEndDto, nullable: true, description: '备案或者许可已由主管机关注销或者撤销' })
  filingEnd!: FilingEndDto | null;
  @ApiProperty({
    enum: Object.keys(INSTITUTION_STATUS_LABELS),
    nullable: true,
    description: '机构现在的服务状态；名录中已经没有的为空',
  })
  status!: InstitutionStatus | null;
  @ApiProperty({ type: PublicStatusStepDto, nullable: true, description: '最近一次暂停、恢复、终止' })
  statusStep!: PublicStatusStepDto | null;
  @ApiProperty({
    type: PaperSuccessorDto,
    nullable: true,
    description: '代替它的许可证后来怎样；没有代替的为空',
  })
  replacement!: PaperSuccessorDto | null;
  @ApiProperty({
    type: PaperLicenceDto,
    nullable: true,
    description:
      '这份许可证，决定书准予的许可证，或者准予撤回告知书所涉的许可证，现在怎样；备案回执、登记回执为空',
  })
  licence!: PaperLicenceDto | null;
  @ApiProperty({
    type: RestoredReceiptDto,
    nullable: true,
    description: '准予撤回告知书：因撤回恢复有效的那一版回执后来怎样；其他文书、撤回的是登记回执的为空',
  })
  restored!: RestoredReceiptDto | null;
}

export class PublicPaperDto {
  @ApiProperty({ enum: ['RECEIPT', ...Object.keys(PAPER_KINDS)], example: 'NONCONFORMITY_NOTICE' })
  kind!: string;
  @ApiProperty({
    example: '长卫备不符〔2026〕1号',
    description: '文号；备案回执为备案编号，许可证为许可证编号，登记回执另有登记号',
  })
  number!: string;
  @ApiProperty({ example: '托育机构备案内容不符合要求告知书' })
  title!: string;
  @ApiProperty({ type: Number, nullable: true, description: '备案回执、许可证为第几版；其他文书为空' })
  version!: number | null;
  @ApiProperty({ type: String, nullable: true, example: '西安市长安区卫生健康局' })
  authority!: string | null;
  @ApiProperty({ format: 'date', example: '2026-11-20' })
  issuedOn!: string;
  @ApiProperty({ type: String, nullable: true, description: '机构名称；只与当事人有关的文书为空' })
  addressee!: string | null;
  @ApiProperty({ description: '是否公开的文书；不公开的只确认真伪' })
  isPublic!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '文件的 SM3；正在制作的为空' })
  sm3!: string | null;
  @ApiProperty({
    enum: PAPER_ENDS,
    nullable: true,
    description:
      '不再有效的原因：已由另一份代替、决定已被撤销、本件已终止办理、已补正、本件已办结、机构已终止服务、备案或者许可已被注销、已被撤销、有效期届满、所记载的事项在生效以前已经准予撤回；现行有效的为空',
  })
  endedAs!: PaperEnd | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '由哪一份代替、撤销或者准予撤回；现行有效的为空',
  })
  supersededBy!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description:
      '补正、办结、终止办理、注销、撤销、准予撤回的日期，或者有效期届满以后的第一日；其他原因和现行有效的为空',
  })
  endedOn!: string | null;
  @ApiProperty({
    type: PaperStandingDto,
    nullable: true,
    description:
      '所证明的备案或者许可现在的情况，与按编号核对相同；回执、许可证、准予许可决定书和准予撤回告知书以外的文书为空',
  })
  standing!: PaperStandingDto | null;
  @ApiProperty({ type: PublicSignatureDto, nullable: true })
  signature!: PublicSignatureDto | null;
}

export class PaperCheckDto {
  @ApiProperty({ description: '本系统是否出具过这份文书' })
  genuine!: boolean;
  @ApiPropertyOptional({ type: PublicPaperDto, description: '只在 genuine 为 true 时出现' })
  paper?: PublicPaperDto;
}
