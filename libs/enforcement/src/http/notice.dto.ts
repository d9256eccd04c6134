import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  PENALTY_MEASURES,
  PENALTY_SERVICES,
  PENALTY_SEVERITIES,
  type PenaltyMeasure,
  type PenaltyService,
  type PenaltyTier,
} from '@zhaoguan/contracts';
import { InWords, IsDay, MayBeAbsent } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import {
  ArrayMaxSize,
  ArrayMinSize,
  ArrayUnique,
  IsArray,
  IsIn,
  IsInt,
  IsObject,
  IsString,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { MOST_FEN } from './penalty-case.dto';
import { PriorOrderDto } from './prior-order.dto';

/** Something besides white space. */

/** What a notice says, however it reaches the party. */
export class NoticePaperDto {
  @ApiProperty({
    enum: PENALTY_MEASURES,
    isArray: true,
    example: ['WARNING', 'FINE'],
    description: '拟作出的处理',
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(PENALTY_MEASURES.length)
  @ArrayUnique()
  @IsIn(PENALTY_MEASURES, { each: true })
  measures!: PenaltyMeasure[];

  @ApiPropertyOptional({
    example: 500000,
    default: 0,
    description: '拟处罚款，单位分；不罚款的为 0 或者不填',
  })
  @MayBeAbsent()
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  amountFen?: number;

  @ApiPropertyOptional({
    enum: PENALTY_SEVERITIES,
    description: '适用的法定档次；不填时取能容纳该处理的最轻档次',
  })
  @MayBeAbsent()
  @IsIn(PENALTY_SEVERITIES)
  severity?: PenaltyTier['severity'];

  @ApiProperty({ example: '经现场检查，二层疏散通道堆放杂物。', description: '违法事实' })
  @IsString()
  @MaxLength(5000)
  @InWords('请填写违法事实')
  facts!: string;

  @ApiProperty({ example: '上述行为违反强制性国家标准，情节严重。', description: '处罚理由，含情节的认定' })
  @IsString()
  @MaxLength(5000)
  @InWords('请填写处罚理由')
  reasons!: string;

  @ApiPropertyOptional({
    type: PriorOrderDto,
    description: '此前的责令改正；适用“拒不改正”“逾期不改正”档次（REFUSES）的必填',
  })
  @MayBeAbsent()
  @IsObject()
  @ValidateNested()
  @Type(() => PriorOrderDto)
  priorOrder?: PriorOrderDto;
}

export class NoticeDto extends NoticePaperDto {
  @ApiPropertyOptional({
    enum: PENALTY_SERVICES,
    default: 'ONLINE',
    description:
      '送达方式：系统送达（ONLINE）。当面、邮寄或者留置送达的（DELIVERED），先以 POST …/notice-paper 制作告知书，送达以后以 POST …/service 登记',
  })
  @MayBeAbsent()
  @IsIn(PENALTY_SERVICES)
  service?: PenaltyService;
}

export class NoticeServiceDto {
  @ApiProperty({
    enum: PENALTY_SERVICES,
    example: 'DELIVERED',
    description: '送达方式；没有能够登录的经办人账号的，不能系统送达（ONLINE）',
  })
  @IsIn(PENALTY_SERVICES)
  service!: PenaltyService;

  @ApiPropertyOptional({
    example: '由机构负责人当面签收',
    description: '由谁签收、怎样送达；公告送达的，写明公告的方式和期间。系统送达不填',
  })
  @MayBeAbsent()
  @InWords('请填写送达情况')
  @MaxLength(500)
  @IsString()
  serviceNote?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2026-11-20',
    description: '当面、邮寄或者留置送达的日期，不早于告知书的日期；不填为今天',
  })
  @MayBeAbsent()
  @IsDay()
  servedOn?: string;
}
