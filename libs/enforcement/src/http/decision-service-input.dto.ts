import { ApiProperty } from '@nestjs/swagger';
import { DecisionServiceFieldsDto } from '@zhaoguan/access';
import { PENALTY_SERVICES, type PenaltyService } from '@zhaoguan/contracts';
import { IsIn } from 'class-validator';

export class PenaltyDecisionServiceDto extends DecisionServiceFieldsDto {
  @ApiProperty({
    enum: PENALTY_SERVICES,
    example: 'DELIVERED',
    description:
      '送达方式；公告送达的按 DELIVERED 登记，送达日期为公告期满之日。没有能够登录的经办人账号的，不能系统送达（ONLINE）',
  })
  @IsIn(PENALTY_SERVICES)
  service!: PenaltyService;
}
