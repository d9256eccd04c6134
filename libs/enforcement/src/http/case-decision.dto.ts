import { ApiProperty } from '@nestjs/swagger';
import { DecisionServiceDto } from '@zhaoguan/access';
import {
  PENALTY_MEASURES,
  PUBLICITY_CLASSES,
  type PenaltyMeasure,
  type PublicityClass,
} from '@zhaoguan/contracts';

const DAY = { type: String, format: 'date', nullable: true } as const;

export class PenaltyDto {
  @ApiProperty({ enum: PENALTY_MEASURES, isArray: true })
  measures!: PenaltyMeasure[];
  @ApiProperty({ type: [String], example: ['警告', '罚款'] })
  measureLabels!: string[];
  @ApiProperty({ example: 300000, description: '分' })
  amountFen!: number;
  @ApiProperty({ enum: PUBLICITY_CLASSES, example: 'GENERAL' })
  publicityClass!: PublicityClass;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '2026-12-15',
    description: '缴纳罚款的最后一日，从送达之日起算；没有罚款的、还没有登记送达的为 null',
  })
  paymentDueOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '十五日',
    description: '自收到决定书之日起缴纳罚款的期限；没有罚款的为 null',
  })
  paymentPeriod!: string | null;
}

export class CaseDecisionDto {
  @ApiProperty({ example: '610116-YL-罚决-2026-0001', description: '决定书文号' })
  number!: string;
  @ApiProperty({ type: PenaltyDto, nullable: true, description: '不予处罚的为 null' })
  penalty!: PenaltyDto | null;
  @ApiProperty({ example: '决定给予警告，并处罚款三千元。' })
  text!: string;
  @ApiProperty({ type: String, nullable: true, example: '当事人改正及时的意见予以采纳。' })
  statementReview!: string | null;
  @ApiProperty({ example: '2026-11-30' })
  decidedOn!: string;
  @ApiProperty({
    ...DAY,
    example: '2026-12-09',
    description: '应当送达的最后一日；已经登记送达的为 null',
  })
  serveBy!: string | null;
  @ApiProperty({ ...DAY, example: '2026-11-30', description: '送达日期；还没有登记送达的为 null' })
  servedOn!: string | null;
  @ApiProperty({
    ...DAY,
    example: '2027-01-29',
    description: '申请行政复议的最后一日，从送达之日起算；还没有登记送达的为 null',
  })
  reconsiderationUntil!: string | null;
  @ApiProperty({
    ...DAY,
    example: '2027-05-31',
    description: '提起行政诉讼的最后一日，从送达之日起算；还没有登记送达的为 null',
  })
  litigationUntil!: string | null;
  @ApiProperty({ example: '如不服本决定，可以……' })
  remedies!: string;
  @ApiProperty({ type: [DecisionServiceDto], description: '送达的登记，先登记的在前；最后一次登记的有效' })
  services!: readonly DecisionServiceDto[];
  @ApiProperty({ description: '当前账号可否登记、更正送达' })
  mayEnterService!: boolean;
}
