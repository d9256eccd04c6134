import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DEPARTMENT_CODES,
  KINDS,
  PENALTY_MEASURES,
  PENALTY_SEVERITIES,
  type DepartmentCode,
  type Kind,
  type PenaltyMeasure,
  type PenaltyTier,
} from '@zhaoguan/contracts';
import { IsIn, IsOptional } from 'class-validator';

export class PenaltyBasesQueryDto {
  @ApiPropertyOptional({ enum: KINDS, example: 'ELDERLY_CARE', description: '机构类型' })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;
}

export class PenaltyMeasureDto {
  @ApiProperty({ enum: PENALTY_MEASURES, example: 'FINE' })
  code!: PenaltyMeasure;
  @ApiProperty({ example: '罚款' })
  label!: string;
  @ApiProperty({ example: true, description: '是否行政处罚；责令改正不是' })
  penalty!: boolean;
  @ApiProperty({ example: false, description: '无论金额，均应告知听证权利' })
  opensHearing!: boolean;
}

export class PenaltyTierDto {
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

class PenaltyBasisDto {
  @ApiProperty({ example: 'YL_46_3' })
  code!: string;
  @ApiProperty({ enum: KINDS, isArray: true, example: ['ELDERLY_CARE'], description: '适用的机构类型' })
  kinds!: Kind[];
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  law!: string;
  @ApiProperty({ example: '第四十六条第三项' })
  article!: string;
  @ApiProperty({ example: '未按照有关强制性国家标准提供服务', description: '违法行为' })
  conduct!: string;
  @ApiProperty({
    example:
      '有违法行为的，可以责令改正、警告；情节严重的，可以责令改正、警告、罚款（罚款不超过 30,000.00 元）。',
    description: '法律后果',
  })
  consequence!: string;
  @ApiProperty({ type: Number, nullable: true, example: 0, description: '各档罚款的最低数额，分' })
  minFineFen!: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 3000000, description: '各档罚款的最高数额，分' })
  maxFineFen!: number | null;
  @ApiProperty({ type: [PenaltyTierDto] })
  tiers!: PenaltyTierDto[];
  @ApiProperty({
    enum: DEPARTMENT_CODES,
    isArray: true,
    example: ['civil-affairs'],
    description: '实施处罚的部门',
  })
  enforcedBy!: DepartmentCode[];
}

export class PenaltyBasisListDto {
  @ApiProperty({ type: [PenaltyBasisDto] })
  items!: PenaltyBasisDto[];
  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}
