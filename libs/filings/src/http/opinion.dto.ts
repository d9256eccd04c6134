import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { DEPARTMENT_CODES, KINDS, SITE_TYPES, type Kind } from '@zhaoguan/contracts';
import { InWords, MayBeAbsent, PageQuery } from '@zhaoguan/platform';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import { OPINION_ANSWERS, type OpinionAnswer } from '../domain/opinion';
import { opinionProcess, type OpinionAction, type OpinionStatus } from '../domain/opinion.process';
import { ChangedFieldDto } from './filing-changes.dto';
import { VerificationFileDto } from './verification.dto';

export class AskOpinionDto {
  @ApiProperty({ enum: DEPARTMENT_CODES, example: 'fire' })
  @IsIn(DEPARTMENT_CODES)
  department!: string;

  @ApiProperty({ example: '请就该场所的消防安全条件提出意见', maxLength: 1000 })
  @InWords('请用文字写明')
  @MaxLength(1000)
  @IsString()
  question!: string;

  @ApiProperty({
    type: [String],
    example: ['COMMITMENT_LETTER'],
    description: '一并提供的材料，见本件的材料清单',
  })
  @ArrayMaxSize(50)
  @MaxLength(100, { each: true })
  @IsString({ each: true })
  @IsArray()
  materials!: string[];
}

export class EndOpinionDto {
  @ApiProperty({ example: '已由申请人提交消防验收意见书', maxLength: 1000 })
  @InWords('请用文字写明理由')
  @MaxLength(1000)
  @IsString()
  reason!: string;
}

export class WaiveOpinionsDto extends EndOpinionDto {
  @ApiPropertyOptional({
    type: [String],
    format: 'uuid',
    description: '不再等待哪几项意见；不填的，为全部没有答复的',
  })
  @MayBeAbsent()
  @ArrayMinSize(1, { message: '请选择不再等待哪些部门的意见' })
  @ArrayMaxSize(50)
  @IsUUID('all', { each: true })
  @IsArray()
  opinions?: string[];
}

export class AnswerOpinionDto {
  @ApiProperty({ enum: OPINION_ANSWERS, example: 'AGREE' })
  @IsIn(OPINION_ANSWERS)
  answer!: OpinionAnswer;

  @ApiPropertyOptional({ maxLength: 2000, description: '理由和依据；不同意的必填' })
  @MayBeAbsent()
  @MaxLength(2000)
  @IsString()
  reasons?: string;
}

export class OpinionSelectionDto {
  @ApiPropertyOptional({ enum: opinionProcess.states })
  @IsOptional()
  @IsIn(opinionProcess.states)
  status?: OpinionStatus;
}

export class OpinionListQueryDto extends IntersectionType(OpinionSelectionDto, PageQuery) {}

class OpinionCore {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: 'fire' })
  department!: string;
  @ApiProperty({ enum: opinionProcess.states, example: 'ASKED' })
  status!: OpinionStatus;
  @ApiProperty({ example: '待答复' })
  statusLabel!: string;
  @ApiProperty({ format: 'date', description: '答复期限' })
  dueOn!: string;
  @ApiProperty({ format: 'date-time' })
  askedAt!: Date;
  @ApiProperty({ enum: OPINION_ANSWERS, nullable: true })
  answer!: OpinionAnswer | null;
}

class OpinionLineDto extends OpinionCore {
  @ApiProperty({ example: '西安市长安区消防救援大队' })
  departmentName!: string;
  @ApiProperty({ example: 1, description: '针对第几次提交' })
  round!: number;
  @ApiProperty({
    type: [String],
    example: ['住所', '消防验收意见书'],
    description:
      '各部门最后一次意见：此后又提交的内容中改过的项目和材料，没有改过的为空；申请人在办结以后可见',
  })
  changedSince!: string[];
  @ApiProperty({ description: '现在没有可以答复的人员（账号停用、调离、参与了本件），仅受理人可见' })
  unattended!: boolean;
  @ApiProperty({ type: String, nullable: true, format: 'date-time' })
  endedAt!: Date | null;
  @ApiProperty({ type: String, nullable: true, description: '仅受理人可见' })
  question!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '仅受理人可见' })
  askedByName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '仅受理人可见' })
  endedByName!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '申请人在办结以后可见' })
  answerLabel!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '申请人在办结以后可见' })
  reasons!: string | null;
  @ApiProperty({ type: [VerificationFileDto], description: '随答复提交的文件，仅受理人可见' })
  files!: VerificationFileDto[];
}

class ConsultableDto {
  @ApiProperty({ example: 'fire' })
  code!: string;
  @ApiProperty({ example: '西安市长安区消防救援大队' })
  name!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    description:
      '现在不能就本件征求它的意见的原因：没有可以答复的人员（OPINION_UNATTENDED）；可以征求的为 null',
  })
  hindrance!: string | null;
}

class UsualOpinionDto {
  @ApiProperty({ example: 'education' })
  department!: string;
  @ApiProperty({ example: '西安市长安区教育局' })
  departmentName!: string;
  @ApiProperty({ example: '请就是否同意开设托班提出意见', description: '一般这样问，可以修改' })
  question!: string;
  @ApiProperty({ description: '为什么一般要征求这个部门的意见' })
  reason!: string;
}

export class OpinionsDto {
  @ApiProperty({ type: [OpinionLineDto] })
  items!: OpinionLineDto[];
  @ApiProperty({
    type: [ConsultableDto],
    description: '当前登录人可以征求意见的部门；写明原因的现在不能征求',
  })
  departments!: ConsultableDto[];
  @ApiProperty({ type: UsualOpinionDto, nullable: true, description: '一般应当征求、还没有征求的意见' })
  usual!: UsualOpinionDto | null;
  @ApiProperty({ description: '当前登录人可以不再等待没有答复的意见' })
  mayWaive!: boolean;
  @ApiProperty({
    type: [String],
    example: ['西安市长安区消防救援大队'],
    description:
      '答复不同意的部门（再次征求的，以最后一次答复为准）：准予须写明不采纳的理由；申请人在办结以后可见',
  })
  disagreeing!: string[];
}

export class AskedOpinionLineDto extends OpinionCore {
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '示例·长安颐养院', description: '机构名称' })
  name!: string;
  @ApiProperty({ example: '西安市长安区消防救援大队', description: '征求部门：以它的名义答复' })
  departmentName!: string;
  @ApiProperty({ example: '请就该场所的消防安全条件提出意见' })
  question!: string;
}

class AnswerInWordsDto {
  @ApiProperty({ example: '床位数' })
  label!: string;
  @ApiProperty({ example: '120 张' })
  value!: string;
}

class AskedMaterialDto {
  @ApiProperty({ example: 'COMMITMENT_LETTER' })
  code!: string;
  @ApiProperty({ example: '承诺书' })
  name!: string;
  @ApiProperty({ example: '承诺书.pdf' })
  fileName!: string;
}

export class AskedOpinionDto extends AskedOpinionLineDto {
  @ApiProperty({ example: '变更备案', description: '申请的事项' })
  typeLabel!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '征求机关' })
  authorityName!: string;
  @ApiProperty({ example: 1, description: '看到的是第几次提交的内容' })
  round!: number;
  @ApiProperty({ example: 1, description: '申请人一共提交过几次' })
  lastRound!: number;
  @ApiProperty({ description: '本件已退回申请人补正，申请人可能修改' })
  withApplicant!: boolean;
  @ApiProperty({ type: String, nullable: true })
  answerLabel!: string | null;
  @ApiProperty({ type: String, nullable: true })
  reasons!: string | null;
  @ApiProperty({
    type: [ChangedFieldDto],
    nullable: true,
    description: '变更备案所看这次提交的变更事项；不是变更、已经不需要答复的为空',
  })
  amendments!: ChangedFieldDto[] | null;
  @ApiProperty({ type: [AnswerInWordsDto], description: '提交的申请书；身份证号、电话已作掩码处理' })
  application!: AnswerInWordsDto[];
  @ApiProperty({ type: [AskedMaterialDto] })
  materials!: AskedMaterialDto[];
  @ApiProperty({ type: [VerificationFileDto] })
  files!: VerificationFileDto[];
  @ApiProperty({ enum: opinionProcess.actionNames, isArray: true })
  availableActions!: OpinionAction[];
}
