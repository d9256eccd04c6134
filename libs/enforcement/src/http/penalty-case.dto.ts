import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KINDS, PENALTY_MEASURES, type Kind, type PenaltyMeasure } from '@zhaoguan/contracts';
import { InWords, MayBeAbsent, PageQuery } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsNotEmpty,
  IsOptional,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateIf,
} from 'class-validator';
import { penaltyCaseProcess, type PenaltyCaseStatus } from '../domain/penalty-case.process';
import { MOST_STATEMENT_FILES } from '../domain/statements';
import { CASE_ORDERS } from '../use-cases/penalty-cases.query';

export const MOST_FEN = 1e11;
/** Something besides white space. */

export class OpenCaseDto {
  @ApiProperty({ format: 'uuid', description: '当事人（机构）' })
  @IsUUID()
  institutionId!: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: '检查中认定为“不符合”的检查情况，须属于同一机构；与 resultId 填其中一项',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(100)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  findingIds?: string[];

  @ApiPropertyOptional({
    format: 'uuid',
    description: '检查结果：就其中尚未立案、依据具有强制力的全部不符合项立案；与 findingIds 填其中一项',
  })
  @MayBeAbsent()
  @IsUUID()
  resultId?: string;

  @ApiProperty({ example: 'YL_46_3', description: '处罚依据代码，见 GET /penalty-bases' })
  @IsString()
  @IsNotEmpty()
  @MaxLength(50)
  basisCode!: string;
}

export class StatementDto {
  @ApiPropertyOptional({
    example: '已于当日清理完毕，请从轻处理。',
    description: '陈述申辩的内容；放弃的不填',
  })
  @ValidateIf((body: StatementDto) => body.waived !== true)
  @IsString()
  @MaxLength(5000)
  @InWords('请填写陈述申辩的内容')
  text?: string;

  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    maxItems: MOST_STATEMENT_FILES,
    description: '随陈述申辩提交的材料，先以 POST …/statement-files 上传；放弃的和代为记录的不填',
  })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(MOST_STATEMENT_FILES)
  @ArrayUnique()
  @IsUUID(undefined, { each: true })
  fileIds?: string[];

  @ApiPropertyOptional({ default: false, description: '当事人书面或者口头提出，由承办人代为记录' })
  @MayBeAbsent()
  @IsBoolean()
  recordedForParty?: boolean;

  @ApiPropertyOptional({ default: false, description: '当事人放弃陈述申辩' })
  @MayBeAbsent()
  @IsBoolean()
  waived?: boolean;

  @ApiPropertyOptional({
    example: '当事人于 11 月 20 日书面表示放弃，见笔录。',
    description: '放弃的情况说明',
  })
  @ValidateIf((body: StatementDto) => body.waived === true)
  @IsString()
  @MaxLength(1000)
  @InWords('请说明当事人放弃陈述申辩的情况')
  note?: string;
}

export class DecideDto {
  @ApiProperty({ enum: ['PENALTY', 'NO_PENALTY'], description: '给予处罚 或者 不予处罚' })
  @IsIn(['PENALTY', 'NO_PENALTY'])
  outcome!: 'PENALTY' | 'NO_PENALTY';

  @ApiPropertyOptional({ enum: PENALTY_MEASURES, isArray: true, description: '不填时同告知；不得重于告知' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(PENALTY_MEASURES.length)
  @ArrayUnique()
  @IsIn(PENALTY_MEASURES, { each: true })
  measures?: PenaltyMeasure[];

  @ApiPropertyOptional({ example: 300000, description: '罚款，单位分；不填时同告知；不得多于告知' })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  amountFen?: number;

  @ApiProperty({ example: '决定给予警告，并处罚款三千元。', description: '决定的内容和理由' })
  @IsString()
  @MaxLength(10_000)
  @InWords('请填写决定的内容和理由')
  text!: string;

  @ApiPropertyOptional({
    example: '当事人改正及时的意见予以采纳。',
    description: '对陈述申辩的复核意见；当事人已陈述申辩的必填',
  })
  @MayBeAbsent()
  @IsString()
  @MaxLength(5000)
  @InWords('请写明复核意见')
  statementReview?: string;
}

export class CaseListQueryDto extends PageQuery {
  @ApiPropertyOptional({
    enum: CASE_ORDERS,
    default: '-openedOn',
    description: '-openedOn 新的在前；decideBy 只列尚未决定的案件，期限近的在前',
  })
  @IsOptional()
  @IsIn(CASE_ORDERS)
  sort: (typeof CASE_ORDERS)[number] = '-openedOn';

  @ApiPropertyOptional({ enum: penaltyCaseProcess.states })
  @IsOptional()
  @IsIn(penaltyCaseProcess.states)
  status?: PenaltyCaseStatus;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  institutionId?: string;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ example: '610116' })
  @IsOptional()
  @Matches(/^\d{6}$/)
  district?: string;
}

export class FailedFindingsQueryDto extends PageQuery {
  @ApiPropertyOptional({ format: 'uuid', description: '检查结果' })
  @IsOptional()
  @IsUUID()
  resultId?: string;

  @ApiPropertyOptional({ format: 'uuid' })
  @IsOptional()
  @IsUUID()
  institutionId?: string;
}
