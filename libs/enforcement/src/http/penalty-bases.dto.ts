import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import {
  DEPARTMENT_CODES,
  KINDS,
  PENALTY_MEASURES,
  PENALTY_SEVERITIES,
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

export class PenaltyTierDto {
  @ApiProperty({
    enum: PENALTY_SEVERITIES,
    example: 'SERIOUS',
    description: 'GENERAL 有违法行为；REFUSES 拒不改正、逾期不改正；SERIOUS 情节严重',
  })
  severity!: PenaltyTier['severity'];
  @ApiProperty({ example: '情节严重的' })
  condition!: string;
  @ApiProperty({ enum: PENALTY_MEASURES, isArray: true, example: ['WARNING', 'FINE'] })
  measures!: readonly PenaltyMeasure[];
  @ApiProperty({ type: [String], example: ['警告', '罚款'] })
  measureLabels!: readonly string[];
  @ApiProperty({ type: Number, nullable: true, example: 0, description: '罚款下限，分；0 为法律未定下限' })
  minFineFen!: number | null;
  @ApiProperty({ type: Number, nullable: true, example: 3_000_000, description: '罚款上限，分' })
  maxFineFen!: number | null;
}

export class FineMultipleDto {
  @ApiProperty({ example: '违法所得' })
  of!: string;
  @ApiProperty({ example: 1 })
  min!: number;
  @ApiProperty({ example: 3 })
  max!: number;
}

export class PenaltyBasisDto {
  @ApiProperty({ example: 'YL_46_3', description: '立案时填入 basisCode' })
  code!: string;
  @ApiProperty({ enum: KINDS, example: 'ELDERLY_CARE' })
  kind!: Kind;
  @ApiProperty({ example: '000000', description: '施行的地区；000000 为全国' })
  jurisdiction!: string;
  @ApiProperty({ example: '《养老机构管理办法》（民政部令第66号）' })
  law!: string;
  @ApiProperty({ example: '第四十六条第三项' })
  article!: string;
  @ApiProperty({ example: '未按照有关强制性国家标准提供服务', description: '违法行为' })
  conduct!: string;
  @ApiProperty({ type: [PenaltyTierDto], description: '法定档次' })
  tiers!: readonly PenaltyTierDto[];
  @ApiProperty({ type: FineMultipleDto, nullable: true, description: '按倍数计算的罚款' })
  fineMultiple!: FineMultipleDto | null;
  @ApiProperty({ enum: DEPARTMENT_CODES, isArray: true, example: ['civil-affairs'], description: '实施机关' })
  enforcedBy!: readonly string[];
  @ApiProperty({ example: 'C', description: 'C 条文已核对；C* 经二手汇编核对；M 待核对；D 系统默认值' })
  evidence!: string;
  @ApiProperty({ type: String, nullable: true, example: null })
  note!: string | null;
  @ApiProperty({ example: true, description: '本部门可以据此立案' })
  mine!: boolean;
}

export class PenaltyBasisListDto {
  @ApiProperty({ type: [PenaltyBasisDto] })
  items!: readonly PenaltyBasisDto[];
  @ApiProperty({ type: String, nullable: true, example: null })
  nextCursor!: string | null;
}
