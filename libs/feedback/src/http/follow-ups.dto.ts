import { ApiProperty, ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { RevealBody } from '@zhaoguan/access';
import { KINDS, RATING_LEVELS, SITE_TYPES, type Kind, type RatingLevel } from '@zhaoguan/contracts';
import { InWords, PageOf, PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional, IsString, MaxLength } from 'class-validator';
import { followUpProcess, type FollowUpAction, type FollowUpStatus } from '../domain/follow-up.process';
import { RAISED_FOR, type RaisedFor } from '../domain/handled-above';
import { CONTACT_SOURCES, type ContactSource } from '../use-cases/follow-up-contact';
import { REVEALABLE_OF_FOLLOW_UP } from '../use-cases/reveal-contact';
import { RatingAdditionDto } from './ratings.dto';

export class FollowUpSelectionDto {
  @ApiPropertyOptional({ enum: followUpProcess.states })
  @IsOptional()
  @IsIn(followUpProcess.states)
  status?: FollowUpStatus;
}

export class FollowUpListQueryDto extends IntersectionType(FollowUpSelectionDto, PageQuery) {}

export class HandleFollowUpDto {
  @ApiProperty({
    maxLength: 1000,
    description: '回访的情况，整改的措施，或者认定不成立的理由；办结时的内容反馈给评价人',
  })
  @InWords('请用文字写明')
  @IsString()
  @MaxLength(1000)
  note!: string;
}

class FollowUpLineDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: KINDS })
  kind!: Kind;
  @ApiProperty({ enum: SITE_TYPES, nullable: true, description: 'HOME：家庭托育点' })
  siteType!: 'HOME' | null;
  @ApiProperty({ example: '示例·长安养老院' })
  institutionName!: string;
  @ApiProperty({ example: '退回补正', description: '被评价的一步' })
  stepLabel!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '被评价的机关' })
  officeName!: string;
  @ApiProperty({ enum: RATING_LEVELS })
  level!: RatingLevel;
  @ApiProperty({ enum: followUpProcess.states })
  status!: FollowUpStatus;
  @ApiProperty({ format: 'date-time' })
  openedAt!: Date;
  @ApiProperty({ format: 'date' })
  dueOn!: string;
  @ApiProperty({ type: String, format: 'date-time', nullable: true })
  endedAt!: Date | null;
}

export class FollowUpActDto {
  @ApiProperty({ example: '回访核实' })
  label!: string;
  @ApiProperty({ enum: followUpProcess.states })
  to!: FollowUpStatus;
  @ApiProperty({ format: 'date-time' })
  at!: Date;
  @ApiProperty({ type: String, nullable: true })
  actorName!: string | null;
  @ApiProperty()
  note!: string;
}

class FollowedFilingDto {
  @ApiProperty({ example: '首次备案' })
  title!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001', description: '办结以前为空' })
  number!: string | null;
}

export class FollowUpDto extends FollowUpLineDto {
  @ApiProperty()
  version!: number;
  @ApiProperty({ enum: followUpProcess.actionNames, isArray: true })
  availableActions!: FollowUpAction[];
  @ApiProperty({ description: '由本机关办理；上级机关只能查看' })
  ofOwnOffice!: boolean;
  @ApiProperty({ description: '被评价的机关和上级机关都没有可以回访的工作人员，已通知系统管理员' })
  unattended!: boolean;
  @ApiProperty({
    example: '西安市民政局',
    description: '回访的机关：被评价的机关，没有可以回访的人员的，为上级机关',
  })
  handledBy!: string;
  @ApiProperty({ description: '被评价的机关没有可以回访的人员，由上级机关回访' })
  raised!: boolean;
  @ApiProperty({
    enum: RAISED_FOR,
    nullable: true,
    description:
      '由上级机关回访的原因：INVOLVED 该机关的回访人员都办理过本件，或者在办结以前可以办理它，ABSENT 该机关没有回访人员',
  })
  raisedFor!: RaisedFor | null;
  @ApiProperty({ format: 'date-time' })
  stepAt!: Date;
  @ApiProperty({ type: String, format: 'date', nullable: true, description: '现场核查、核实的日期' })
  stepDay!: string | null;
  @ApiProperty({ type: [String], description: '原因' })
  reasons!: string[];
  @ApiProperty({ type: String, nullable: true })
  words!: string | null;
  @ApiProperty({ type: RatingAdditionDto, nullable: true })
  addition!: RatingAdditionDto | null;
  @ApiProperty({ type: FollowedFilingDto })
  filing!: FollowedFilingDto;
  @ApiProperty({ type: String, nullable: true, description: '评价人（经办人）' })
  applicantName!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '138****0001',
    description: '回访电话，遮盖：评价人留下的；没有留下的，为申请书的联系电话，只给办理的机关',
  })
  contactPhone!: string | null;
  @ApiProperty({
    enum: CONTACT_SOURCES,
    nullable: true,
    description: 'RATING 评价人留下的，FILING 申请书的联系电话',
  })
  contactFrom!: ContactSource | null;
  @ApiProperty({
    type: String,
    nullable: true,
    description: '申请书的联系人，没有填写的为法定代表人（负责人）',
  })
  contactName!: string | null;
  @ApiProperty({ type: [FollowUpActDto] })
  history!: FollowUpActDto[];
}

export class RevealContactDto extends RevealBody(REVEALABLE_OF_FOLLOW_UP) {}

export class FollowUpPage extends PageOf(FollowUpLineDto) {}
