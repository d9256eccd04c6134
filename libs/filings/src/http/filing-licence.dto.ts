import { ApiProperty, PickType } from '@nestjs/swagger';
import {
  INSTITUTION_ENDS,
  RENEWAL_STATES,
  type InstitutionEnd,
  type RenewalState,
} from '@zhaoguan/contracts';

/** Whether the application for a licence is taken in (受理). */
export class AdmissionDto {
  @ApiProperty({ format: 'date', example: '2026-11-23', description: '受理日期，即收到申请材料之日' })
  from!: string;
  @ApiProperty({ description: '逾期没有告知，自收到申请材料之日起即为受理' })
  tacit!: boolean;
}

/** Where the renewal of a licence stands (延续). */
export class RenewalDto {
  @ApiProperty({ format: 'uuid', description: '哪一家机构的许可' })
  institutionId!: string;
  @ApiProperty({ format: 'date', example: '2031-11-22', description: '申请延续的许可有效期的最后一日' })
  until!: string;
  @ApiProperty({
    description:
      '在有效期届满前规定的日数以前提出的；逾期提出的不适用视为准予延续。还没有提交的，今天提交是不是按期',
  })
  inTime!: boolean;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description: '还没有提交的：最迟在哪一天提交才算按期；已经提交的为空',
  })
  askBy!: string | null;
  @ApiProperty({
    enum: RENEWAL_STATES,
    nullable: true,
    description:
      'WAITING：按期提出，等待决定，届满前没有作出决定的视为准予延续；PRESUMED：届满前没有作出决定，已经视为准予延续；其他为空',
  })
  state!: RenewalState | null;
}

/** That the institution or the licence which a case wants has ended, or by when it does. */
export class ExpiredLicenceDto {
  @ApiProperty({
    enum: INSTITUTION_ENDS,
    nullable: true,
    description:
      '没有办结的变更、暂停、恢复、终止：这家机构已终止服务（CLOSED），或者备案、许可已注销（CANCELLED）、已撤销（REVOKED），不能提交，也不能退回补正、准予（INSTITUTION_CLOSED、FILING_REMOVED）；其他为空',
  })
  institutionEnded!: InstitutionEnd | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description:
      '变更、恢复服务：这家机构的许可证已经过期、没有延续的，有效期的最后一日，不能提交，也不能准予（LICENCE_EXPIRED）；其他为空',
  })
  licenceExpiredOn!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    example: '2031-11-22',
    description:
      '没有办结的恢复服务：这家机构的许可证有效期的最后一日，恢复服务的日期在它以后的，在 warnings 中提醒（RESUMES_BEYOND_LICENCE）；已经过期的、不是许可的和其他事项为空',
  })
  licenceEndsOn!: string | null;
}

/** Why a licence holds beyond its last day, as anybody may know it. */
export class OpenRenewalDto extends PickType(RenewalDto, ['until'] as const) {
  @ApiProperty({ enum: RENEWAL_STATES })
  state!: RenewalState;
}
