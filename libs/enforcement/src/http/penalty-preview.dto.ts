import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  PENALTY_MEASURES,
  PENALTY_SEVERITIES,
  type PenaltyMeasure,
  type PenaltyTier,
} from '@zhaoguan/contracts';
import { Problem } from '@zhaoguan/platform';
import { Transform, Type } from 'class-transformer';
import { ArrayMaxSize, ArrayUnique, IsArray, IsIn, IsInt, IsOptional, Max, Min } from 'class-validator';
import { CasePublicityDto } from './penalty-case-answer.dto';
import { MOST_FEN } from './penalty-case.dto';

export class PenaltyPreviewQueryDto {
  @ApiPropertyOptional({ enum: PENALTY_MEASURES, isArray: true, example: ['WARNING', 'FINE'] })
  @IsOptional()
  // One value in the address is no list yet.
  @Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? [value] : value))
  @IsArray()
  @ArrayMaxSize(PENALTY_MEASURES.length)
  @ArrayUnique()
  @IsIn(PENALTY_MEASURES, { each: true })
  measures?: PenaltyMeasure[];

  @ApiPropertyOptional({ example: 500000, default: 0, description: '拟处罚款，单位分' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(MOST_FEN)
  amountFen?: number;

  @ApiPropertyOptional({ enum: PENALTY_SEVERITIES, example: 'SERIOUS', description: '适用的法定档次' })
  @IsOptional()
  @IsIn(PENALTY_SEVERITIES)
  severity?: PenaltyTier['severity'];
}

export class PenaltyPreviewDto {
  @ApiProperty({ type: Problem, nullable: true, description: '不能这样告知或者决定的理由；可以的为 null' })
  refusal!: Problem | null;
  @ApiProperty({ example: 1000000, description: '罚款达到该数额应当告知听证权利，单位分' })
  hearingFromFen!: number;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-11-27',
    description: '今天告知的，陈述申辩期的最后一日；已经告知的为 null',
  })
  statementUntil!: string | null;
  @ApiProperty({ type: CasePublicityDto })
  publicity!: CasePublicityDto;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-12-15',
    description: '今天作出决定的，缴纳罚款的最后一日；不罚款的为 null',
  })
  paymentDueOn!: string | null;
}
