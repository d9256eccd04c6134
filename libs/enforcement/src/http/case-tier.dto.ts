import { ApiProperty } from '@nestjs/swagger';
import {
  PENALTY_MEASURES,
  PENALTY_SEVERITIES,
  type PenaltyMeasure,
  type PenaltyTier,
} from '@zhaoguan/contracts';

class PenaltyMeasureDto {
  @ApiProperty({ enum: PENALTY_MEASURES, example: 'FINE' })
  code!: PenaltyMeasure;
  @ApiProperty({ example: '罚款' })
  label!: string;
  @ApiProperty({ example: true, description: '是否行政处罚；责令改正不是' })
  penalty!: boolean;
  @ApiProperty({ example: false, description: '无论金额，均应告知听证权利' })
  opensHearing!: boolean;
}

export class CaseTierDto {
  @ApiProperty({ enum: PENALTY_SEVERITIES, example: 'SERIOUS', description: '法定档次' })
  severity!: PenaltyTier['severity'];
  @ApiProperty({ example: '情节严重的' })
  condition!: string;
  @ApiProperty({ type: [PenaltyMeasureDto] })
  measures!: PenaltyMeasureDto[];
  @ApiProperty({ type: Number, nullable: true, example: 0, description: '分；不得罚款的为 null' })
  minFineFen!: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 3000000, description: '分；不得罚款的为 null' })
  maxFineFen!: number | null;
}
