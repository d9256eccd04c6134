import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  RATED_ACTS,
  RATING_LEVELS,
  RATING_WORDS_LIMIT,
  type RatedAct,
  type RatingLevel,
} from '@zhaoguan/contracts';
import { CODE_TYPES } from '@zhaoguan/forms';
import { MayBeAbsent } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsInt,
  IsString,
  IsUUID,
  Matches,
  Max,
  MaxLength,
  Min,
  ValidateBy,
} from 'class-validator';
import { followUpProcess, type FollowUpStatus } from '../domain/follow-up.process';
import { RATED_PROCESSES, type RatedProcess } from '../domain/rated-acts';

const IsContactPhone = (): PropertyDecorator =>
  ValidateBy({
    name: 'invalidPhone',
    validator: {
      validate: (value: unknown) => typeof value === 'string' && CODE_TYPES.phone.accepts(value),
      defaultMessage: () => CODE_TYPES.phone.message,
    },
  });

export class GiveRatingDto {
  @ApiPropertyOptional({
    enum: RATED_PROCESSES,
    default: 'filing',
    description: '评价的一步属于哪一个过程：查询结果中的 process；没有填写的，为申请本身',
  })
  @MayBeAbsent()
  @IsIn(RATED_PROCESSES)
  process?: RatedProcess;

  @ApiPropertyOptional({ format: 'uuid', description: '查询结果中的 recordId；没有填写的，为申请本身' })
  @MayBeAbsent()
  @IsUUID()
  recordId?: string;

  @ApiProperty({ example: 2, description: '评价哪一步：查询结果中的 step' })
  @IsInt()
  @Min(1)
  @Max(10_000)
  step!: number;

  @ApiProperty({ enum: RATING_LEVELS, description: '五个等级，后两个为差评' })
  @IsIn(RATING_LEVELS)
  level!: RatingLevel;

  @ApiPropertyOptional({ type: [String], example: ['QUICK'], description: '原因的编码；差评应当说明原因' })
  @MayBeAbsent()
  @IsArray()
  @ArrayMaxSize(20)
  @IsString({ each: true })
  @MaxLength(40, { each: true })
  reasons?: string[];

  @ApiPropertyOptional({ maxLength: RATING_WORDS_LIMIT, description: '想说的话；身份证号、电话号码会被遮盖' })
  @MayBeAbsent()
  @IsString()
  @MaxLength(RATING_WORDS_LIMIT)
  words?: string;

  @ApiPropertyOptional({ example: '13800000001', description: '希望回访时拨打的电话；只对差评保存' })
  @MayBeAbsent()
  @IsContactPhone()
  contactPhone?: string;
}

export class AddToRatingDto {
  @ApiProperty({ maxLength: RATING_WORDS_LIMIT, description: '追加的评价，只能追加一次' })
  @Matches(/\S/, { message: '请填写' })
  @IsString()
  @MaxLength(RATING_WORDS_LIMIT)
  words!: string;

  @ApiPropertyOptional({ description: '反映的问题还没有解决：已经办结的差评重新办理' })
  @MayBeAbsent()
  @IsBoolean()
  unsettled?: boolean;
}

export class RatingReasonDto {
  @ApiProperty({ example: 'QUICK' })
  code!: string;
  @ApiProperty({ example: '办得快' })
  label!: string;
  @ApiProperty({ enum: ['GOOD', 'BAD'], description: 'GOOD 供前三个等级选择，BAD 供后两个' })
  side!: 'GOOD' | 'BAD';
}

export class RatingAdditionDto {
  @ApiProperty()
  words!: string;
  @ApiProperty({ description: '评价人认为问题没有解决' })
  unsettled!: boolean;
  @ApiProperty({ format: 'date-time' })
  addedAt!: Date;
}

export class FollowUpOutcomeDto {
  @ApiProperty({ enum: followUpProcess.states })
  status!: FollowUpStatus;
  @ApiProperty({ format: 'date', description: '最迟办结的一天' })
  dueOn!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: '主管部门的答复' })
  answer!: string | null;
  @ApiProperty({
    description: '被评价的机关和上级机关都还没有可以回访的工作人员；有系统管理员的，已通知安排',
  })
  unattended!: boolean;
  @ApiProperty({
    example: '西安市长安区民政局',
    description: '回访的机关：被评价的机关，没有可以回访的人员的，为上级机关',
  })
  handledBy!: string;
  @ApiProperty({ description: '由上级机关回访' })
  raised!: boolean;
}

export class GivenRatingDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: RATING_LEVELS })
  level!: RatingLevel;
  @ApiProperty({ type: [String] })
  reasons!: string[];
  @ApiProperty({ type: String, nullable: true })
  words!: string | null;
  @ApiProperty({ format: 'date-time' })
  ratedAt!: Date;
  @ApiProperty({ type: RatingAdditionDto, nullable: true })
  addition!: RatingAdditionDto | null;
  @ApiProperty({ type: FollowUpOutcomeDto, nullable: true, description: '差评的办理情况' })
  followUp!: FollowUpOutcomeDto | null;
}

export class RatedStepDto {
  @ApiProperty({ enum: RATED_PROCESSES, description: '申请本身，或者现场核查、告知承诺、终止后续核实、撤回' })
  process!: RatedProcess;
  @ApiProperty({ format: 'uuid', description: '申请、现场核查或者告知承诺的编码' })
  recordId!: string;
  @ApiProperty({ example: 2, description: '该过程的第几步' })
  step!: number;
  @ApiProperty({ enum: RATED_ACTS })
  action!: RatedAct;
  @ApiProperty({ example: '退回补正' })
  label!: string;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '现场核查、核实的日期' })
  day!: string | null;
  @ApiProperty({ type: [String], example: ['LATE'], description: '这一步可以选择的原因的编码' })
  reasons!: string[];
  @ApiProperty({ type: GivenRatingDto, nullable: true })
  rating!: GivenRatingDto | null;
}

export class RatedFilingDto {
  @ApiProperty({ type: [RatingReasonDto], description: '原因清单；各步可以选择的，以该步的 reasons 为准' })
  reasons!: RatingReasonDto[];
  @ApiProperty({ type: [RatedStepDto] })
  steps!: RatedStepDto[];
}
