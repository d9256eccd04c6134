import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { REMOVAL_SERVICES, type RemovalService } from '@zhaoguan/contracts';
import { plainDate } from '@zhaoguan/kernel';
import { IsDay, MayBeAbsent } from '@zhaoguan/platform';
import { IsInt, IsString, Matches, MaxLength, Min } from 'class-validator';
import type { DecisionServiceToEnter } from '../domain/decision-service';

/** Something besides white space. */
const TEXT = /\S/;
const DAY = { type: String, format: 'date' } as const;

/** What is entered of the service of a decision, besides the way; those differ. */
export abstract class DecisionServiceFieldsDto {
  @ApiPropertyOptional({
    example: '由机构负责人当面签收',
    description: '由谁签收、怎样送达，或者为什么、在哪里公告送达；系统送达不填',
  })
  @MayBeAbsent()
  @Matches(TEXT, { message: '请填写送达情况' })
  @MaxLength(500)
  @IsString()
  serviceNote?: string;

  @ApiPropertyOptional({
    format: 'date',
    example: '2026-11-26',
    description:
      '送达日期，公告送达的为发出公告之日；不早于决定日期，不晚于今天；不填为今天。系统送达的一律为今天',
  })
  @MayBeAbsent()
  @IsDay()
  servedOn?: string;

  @ApiPropertyOptional({ example: 1, description: '更正的，为所更正的送达登记的序号（最后一次登记的）' })
  @MayBeAbsent()
  @Min(1)
  @IsInt()
  corrects?: number;

  @ApiPropertyOptional({ example: '送达回证的日期录入有误', description: '更正的理由；更正的必填' })
  @MayBeAbsent()
  @Matches(TEXT, { message: '请填写更正的理由' })
  @MaxLength(500)
  @IsString()
  reason?: string;
}

export class DecisionServiceDto {
  @ApiProperty({ example: 1, description: '序号；最后一次登记的有效' })
  number!: number;
  @ApiProperty({ enum: REMOVAL_SERVICES, example: 'DELIVERED', description: '送达方式' })
  service!: RemovalService;
  @ApiProperty({ type: String, nullable: true, description: '送达情况；对当事人为空' })
  serviceNote!: string | null;
  @ApiProperty({ ...DAY, description: '送达日期；公告送达的为发出公告之日' })
  servedOn!: string;
  @ApiProperty({ ...DAY, description: '各项期限起算的日期；公告送达的为公告期满之日' })
  receivedOn!: string;
  @ApiProperty({ ...DAY, description: '申请行政复议的最后一日' })
  reconsiderationUntil!: string;
  @ApiProperty({ ...DAY, description: '提起行政诉讼的最后一日' })
  litigationUntil!: string;
  @ApiProperty({ ...DAY, nullable: true, description: '缴纳罚款的最后一日；没有罚款的为空' })
  paymentDueOn!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '更正的理由；第一次登记的为空' })
  reason!: string | null;
  @ApiProperty({ type: String, nullable: true, description: '登记人；由系统送达的、对当事人为空' })
  enteredByName!: string | null;
  @ApiProperty({ format: 'date-time' })
  enteredAt!: Date;
}

export const decisionServiceOf = ({
  service,
  serviceNote,
  servedOn,
  corrects,
  reason,
}: DecisionServiceFieldsDto & { readonly service: RemovalService }): DecisionServiceToEnter => ({
  service,
  serviceNote: serviceNote ?? null,
  servedOn: servedOn === undefined ? null : plainDate(servedOn),
  corrects: corrects ?? null,
  reason: reason ?? null,
});
