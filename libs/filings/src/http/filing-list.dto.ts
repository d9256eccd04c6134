import { ApiPropertyOptional, IntersectionType } from '@nestjs/swagger';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { PageQuery } from '@zhaoguan/platform';
import { IsIn, IsOptional, IsUUID } from 'class-validator';
import { filingProcess, type FilingStatus } from '../domain/filing.process';
import { FILING_SORTS, type FilingSort } from '../store/filing-list.store';
import { IsCounty } from './code.validators';

export class FilingSelectionDto {
  @ApiPropertyOptional({ enum: filingProcess.states })
  @IsOptional()
  @IsIn(filingProcess.states)
  status?: FilingStatus;

  @ApiPropertyOptional({ enum: KINDS })
  @IsOptional()
  @IsIn(KINDS)
  kind?: Kind;

  @ApiPropertyOptional({ example: '610116', description: '市级、省级代码包含其下各区县' })
  @IsOptional()
  @IsCounty()
  district?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    description: '这家机构的备案、许可：首次办理、历次变更、暂停等，以及为它申请许可、申请延续许可的',
  })
  @IsOptional()
  @IsUUID('all')
  institutionId?: string;

  @ApiPropertyOptional({ enum: ['me', 'none'], description: 'me 由我承办的，none 待分派的' })
  @IsOptional()
  @IsIn(['me', 'none'])
  assignee?: 'me' | 'none';

  @ApiPropertyOptional({ enum: ['me'], description: 'me 由我在窗口代办的' })
  @IsOptional()
  @IsIn(['me'])
  entered?: 'me';

  @ApiPropertyOptional({ enum: FILING_SORTS, default: 'dueOn' })
  @IsOptional()
  @IsIn(FILING_SORTS)
  sort: FilingSort = 'dueOn';
}

export class FilingListQueryDto extends IntersectionType(FilingSelectionDto, PageQuery) {}
