import { ApiProperty } from '@nestjs/swagger';
import { RATING_LEVELS, type RatingCounts } from '@zhaoguan/contracts';

const COUNT = { type: 'integer' } as const;

class PublicFollowUpsDto {
  @ApiProperty({ description: '差评件数' })
  opened!: number;
  @ApiProperty({ description: '已办结' })
  ended!: number;
  @ApiProperty({ description: '按期办结' })
  endedInTime!: number;
}

class PublicServiceRatingDto {
  @ApiProperty({ example: '610116/ELDERLY_CARE' })
  office!: string;
  @ApiProperty({ example: '西安市长安区民政局' })
  officeName!: string;
  @ApiProperty({ description: '评价数，不含经核实不成立的' })
  total!: number;
  @ApiProperty({
    type: 'object',
    properties: Object.fromEntries(RATING_LEVELS.map((level) => [level, COUNT])),
    additionalProperties: false,
    description: '各等级的评价数',
  })
  levels!: RatingCounts;
  @ApiProperty({ type: Number, nullable: true, example: 9650, description: '满意率，万分之一' })
  satisfaction!: number | null;
  @ApiProperty({ description: '经核实不成立的差评' })
  unfounded!: number;
  @ApiProperty({ type: PublicFollowUpsDto })
  followUps!: PublicFollowUpsDto;
}

export class PublicServiceRatingPageDto {
  @ApiProperty({ format: 'date' })
  from!: string;
  @ApiProperty({ format: 'date' })
  to!: string;
  @ApiProperty({ example: 10, description: '一个季度评价少于该数的机关，该季度不计入，以免认出评价人' })
  minimum!: number;
  @ApiProperty({ type: [PublicServiceRatingDto] })
  items!: PublicServiceRatingDto[];
  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}
