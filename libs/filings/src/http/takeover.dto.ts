import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  INSTITUTION_STATUSES,
  REGIMES,
  TAKEOVER_RELATIONS,
  type InstitutionStatus,
  type Regime,
  type TakeoverRelation,
} from '@zhaoguan/contracts';
import { MayBeAbsent } from '@zhaoguan/platform';
import { IsIn, IsString, IsUUID, MaxLength } from 'class-validator';

export class StateTakeoverDto {
  @ApiProperty({
    enum: TAKEOVER_RELATIONS,
    example: 'SUCCESSOR',
    description: 'SAME_PERSON 同一法人、另一个账号；SUCCESSOR 承接原机构的场地；BESIDE 与原机构同时经营',
  })
  @IsIn(TAKEOVER_RELATIONS, { message: '请选择与名录中机构的关系' })
  relation!: TakeoverRelation;

  @ApiProperty({
    example: 'CONTRACT_ENDED',
    maxLength: 40,
    description:
      '原因：SAME_PERSON 为 AGENT_CHANGED、OTHER_SITE、FILED_ANEW、OTHER；SUCCESSOR 为 CONTRACT_ENDED、SITE_RECOVERED、PERSON_DEREGISTERED、OTHER；BESIDE 为 SEPARATE、OTHER',
  })
  @MaxLength(40)
  @IsString({ message: '请选择原因' })
  ground!: string;

  @ApiProperty({
    example: '2026年10月合同到期，原机构已经搬离',
    maxLength: 500,
    description: '选 OTHER 的必填',
  })
  @MaxLength(500)
  @IsString()
  explanation!: string;

  @ApiPropertyOptional({ format: 'uuid', description: '同一地址有几家机构的，说明的是哪一家' })
  @MayBeAbsent()
  @IsUUID()
  predecessorId?: string;
}

class HomeInHouseDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·松鹤颐养院' })
  name!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ enum: INSTITUTION_STATUSES })
  status!: InstitutionStatus;
}

class OwnHomeDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '示例·松鹤颐养院' })
  name!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116-YL-2026-0001' })
  filingNumber!: string | null;
  @ApiProperty({ enum: REGIMES, description: '持有的是备案还是许可' })
  regime!: Regime;
  @ApiProperty({
    type: String,
    format: 'date',
    nullable: true,
    example: '2026-12-01',
    description: '起草以后恢复备案、许可的日期；没有恢复的为空',
  })
  restoredOn!: string | null;
}

class UnplacedPeopleDto {
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 26,
    description: '最后填报的在住老年人数；没有填报的为空',
  })
  residents!: number | null;
}

class TakeoverStatementDto extends StateTakeoverDto {
  @ApiProperty({ example: '承接原机构的场地，原机构不再经营' })
  relationLabel!: string;
  @ApiProperty({ example: '原机构的租赁合同、委托运营合同已经终止' })
  groundLabel!: string;
  @ApiProperty({ type: HomeInHouseDto, nullable: true, description: '所说的机构现在的情况' })
  predecessor!: HomeInHouseDto | null;
  @ApiProperty({
    type: UnplacedPeopleDto,
    nullable: true,
    description: '承接的原机构没有办结终止服务、在住人员的安置没有登记的；只告知办理机关',
  })
  unplaced!: UnplacedPeopleDto | null;
  @ApiProperty({ format: 'date-time' })
  statedAt!: Date;
}

export class TakeoverDto {
  @ApiProperty({
    description:
      '同一统一社会信用代码的机构由另一个账号办理；已经终止服务的，本账号没有办理过这个代码的机构时也是',
  })
  account!: boolean;
  @ApiProperty({ description: '同一代码、同一地址的机构在名录中，不能重复备案' })
  taken!: boolean;
  @ApiProperty({
    type: OwnHomeDto,
    nullable: true,
    description:
      '这一处由本账号办理、在名录中的机构：不能重复办理，草稿可以删除。地址还没有填写的，是起草以后恢复备案、许可的机构',
  })
  own!: OwnHomeDto | null;
  @ApiProperty({ type: [HomeInHouseDto], description: '同一地址其他法人的机构，只有名录公布的内容' })
  homes!: HomeInHouseDto[];
  @ApiProperty({
    description: '提交以前须先说明；已经提交的，申请人说明以前不能准予（TAKEOVER_UNEXPLAINED）',
  })
  required!: boolean;
  @ApiProperty({
    description: '对办理机关：退回补正的意见可以指向它（pointer 为“/takeover”），申请人在线改正',
  })
  remarkable!: boolean;
  @ApiProperty({ type: TakeoverStatementDto, nullable: true, description: '申请人的说明' })
  statement!: TakeoverStatementDto | null;
}
