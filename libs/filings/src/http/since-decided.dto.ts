import { ApiProperty } from '@nestjs/swagger';
import {
  FILING_ENDS,
  INSTITUTION_STATUSES,
  type FilingEnd,
  type InstitutionStatus,
} from '@zhaoguan/contracts';
import { filingProcess, type FilingStatus } from '../domain/filing.process';

class ReplacementDto {
  @ApiProperty({ example: '610116-TYXK-2027-0001', description: '代替它的许可证编号' })
  number!: string;
  @ApiProperty({ enum: FILING_ENDS, nullable: true, description: '该许可也已注销、撤销的' })
  endedAs!: FilingEnd | null;
}

class LaterCaseDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ enum: filingProcess.states })
  status!: FilingStatus;
}

export class SinceDecidedDto {
  @ApiProperty({ enum: INSTITUTION_STATUSES, nullable: true, description: '机构现在的状态' })
  institutionStatus!: InstitutionStatus | null;
  @ApiProperty({ type: ReplacementDto, nullable: true, description: '备案已由许可证代替的' })
  replacedBy!: ReplacementDto | null;
  @ApiProperty({ type: String, format: 'uuid', nullable: true, description: '暂停服务：恢复服务的那一件' })
  resumedBy!: string | null;
  @ApiProperty({ type: LaterCaseDto, nullable: true, description: '没有准予、以后又提交的那一件' })
  again!: LaterCaseDto | null;
}
