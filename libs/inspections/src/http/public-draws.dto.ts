import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ABSENCE_CAUSES, KINDS, type AbsenceCause, type Kind } from '@zhaoguan/contracts';
import { PageOf, PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional, Matches } from 'class-validator';
import { BeaconTimingDto } from './beacon-timing.dto';
import { DrawFactsDto, DrawFailureDto } from './draw-facts.dto';

export class PublicDrawQuery extends PageQuery {
  @ApiPropertyOptional({ enum: KINDS, example: 'ELDERLY_CARE' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ example: '610116' })
  @IsOptional()
  @Matches(/^[0-9]{6}(?:[0-9]{3})?$/)
  district?: string;
}

export class PublicBeaconDto {
  @ApiProperty({ example: 'fucai-ssq' })
  source!: string;
  @ApiProperty({ example: '2026135' })
  round!: string;
  @ApiProperty({ type: String, nullable: true, example: '2026135:03,08,12,21,27,33|09' })
  value!: string | null;
  @ApiProperty({ type: String, nullable: true, example: 'https://www.cwl.gov.cn/ygkj/wqkjgg/ssq/' })
  sourceUrl!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: '录入时间，确认后公开',
  })
  enteredAt!: Date | null;
  @ApiProperty({ type: BeaconTimingDto })
  timing!: BeaconTimingDto;
}

class PublicDrawSummaryDto extends DrawFactsDto {
  @ApiProperty({ type: PublicBeaconDto })
  beacon!: PublicBeaconDto;
  @ApiProperty({ example: 3, description: '公告时有效、列入抽取的回避条数' })
  recusalCount!: number;
  @ApiProperty({ example: false, description: '完整抽取文件是否已经公开' })
  disclosed!: boolean;
  @ApiProperty({
    type: DrawFailureDto,
    nullable: true,
    example: null,
    description: '因人员无法安排而作废的，随完整抽取文件公开安排不出人员的机构和部门',
  })
  failure!: DrawFailureDto | null;
}
export class PublicDrawPageDto extends PageOf(PublicDrawSummaryDto) {}

export class PublicTeamDto {
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ type: [String], example: ['61011620260001', '61011620260002'], description: '执法证号' })
  inspectors!: readonly string[];
}

export class PublicReplacementDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({
    format: 'uuid',
    example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab',
    description: '被替换的机构',
  })
  voided!: string;
  @ApiProperty({ format: 'uuid', example: '0193d0c2-7d1e-7c3a-8f00-1234567890ac', description: '补抽的机构' })
  target!: string;
  @ApiProperty({ example: 'B' })
  stratum!: string;
  @ApiProperty({ example: '…' })
  ticket!: string;
  @ApiProperty({ type: [PublicTeamDto] })
  teams!: readonly PublicTeamDto[];
  @ApiProperty({ example: '机构已关闭' })
  reason!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  replacedAt!: Date;
}

export class PublicAbsenceDto {
  @ApiProperty({ example: '61011620260001', description: '执法证号' })
  certificateNumber!: string;
  @ApiProperty({ enum: ABSENCE_CAUSES, example: 'ACCOUNT', description: '不能参加检查的原因' })
  cause!: AbsenceCause;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: '2026-11-18T02:00:00.000Z',
    description: '自何时起；系统没有记录的为空',
  })
  since!: string | null;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    example: null,
    description: '替补以后又恢复的时间',
  })
  endedAt!: string | null;
}

export class PublicStandInDto {
  @ApiProperty({ example: 1 })
  seq!: number;
  @ApiProperty({
    format: 'uuid',
    example: '0193d0c2-7d1e-7c3a-8f00-1234567890ab',
    description: '被检查的机构',
  })
  target!: string;
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({ example: '61011620260001', description: '不能参加检查的人员的执法证号' })
  left!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '61011620260007',
    description: '替补人员的执法证号；没有人员可派、检查终止的为空',
  })
  joined!: string | null;
  @ApiProperty({ type: [String], example: [], description: '同样不能参加、没有列入替补的人员的执法证号' })
  absent!: readonly string[];
  @ApiProperty({ type: [PublicAbsenceDto], description: '退出的人和同样不能参加的人，各是什么原因' })
  absences!: readonly PublicAbsenceDto[];
  @ApiProperty({ example: '已调离本单位' })
  reason!: string;
  @ApiProperty({ format: 'date-time', example: '2026-11-20T02:00:00.000Z' })
  decidedAt!: Date;
}

export class PublicDirectoryDto {
  @ApiProperty({ example: 'civil-affairs' })
  department!: string;
  @ApiProperty({
    format: 'date-time',
    example: '2026-08-22T02:00:00.000Z',
    description: '公告前的变动自此起计',
  })
  countedFrom!: Date;
  @ApiProperty({ example: 12, description: '公告时名录中辖区涉及抽取地区的人数' })
  listed!: number;
  @ApiProperty({ example: 1, description: '辖区涉及抽取地区、已经停用的人数' })
  inactive!: number;
  @ApiProperty({ example: 11, description: '在用的人中，执法证有效、列入抽取的人数' })
  available!: number;
  @ApiProperty({ example: 0, description: '列入抽取的回避中，由他人登记的条数' })
  recusedByOthers!: number;
  @ApiProperty({ example: 0, description: '公告前对名单中的机构解除的回避条数' })
  recusalsLifted!: number;
  @ApiProperty({ example: 1, description: '公告前登记' })
  added!: number;
  @ApiProperty({ example: 1, description: '公告前停用' })
  suspended!: number;
  @ApiProperty({ example: 0, description: '公告前恢复使用' })
  resumed!: number;
  @ApiProperty({ example: 0, description: '公告前调整部门或辖区' })
  moved!: number;
  @ApiProperty({ example: 0, description: '公告前缩短执法证有效期' })
  shortened!: number;
  @ApiProperty({ example: 0, description: '公告前延长执法证有效期' })
  renewed!: number;
  @ApiProperty({ example: 0, description: '公告以后、公开以前恢复或者调整、没有列入抽取的人数' })
  returned!: number;
  @ApiProperty({ example: 0, description: '公告以后、公开以前新登记的人数' })
  joined!: number;
}

export class PublicAccountActsDto {
  @ApiProperty({ example: 0, description: '公告以后新开的工作人员账号' })
  created!: number;
  @ApiProperty({ example: 0, description: '公告以后变更岗位、辖区或者恢复使用的次数' })
  changed!: number;
  @ApiProperty({ example: 1, description: '公告以后重设密码的次数' })
  reset!: number;
}

export class PublicDrawDto extends PublicDrawSummaryDto {
  @ApiProperty({ type: 'object', additionalProperties: true, description: '公告全文（zhaoguan-draw-v1）' })
  announcement!: object;
  @ApiProperty({ example: '…', description: '公告规范文本的 SM3' })
  announcementSm3!: string;
  @ApiProperty({ type: [PublicDirectoryDto], description: '参加部门的检查人员名录：人数和变动' })
  directory!: readonly PublicDirectoryDto[];
  @ApiProperty({
    type: PublicAccountActsDto,
    description: '公告以后、公开以前对本地区工作人员账号的操作次数',
  })
  accounts!: PublicAccountActsDto;
  @ApiProperty({ type: [PublicReplacementDto], description: '补抽记录，随抽取公开' })
  replacements!: readonly PublicReplacementDto[];
  @ApiProperty({ type: [PublicStandInDto], description: '检查人员替补记录，随抽取公开' })
  standIns!: readonly PublicStandInDto[];
}
