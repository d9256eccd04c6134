import { ApiProperty } from '@nestjs/swagger';
import { SEARCH_GROUP_LABELS, SEARCH_GROUPS, type SearchGroup } from '@zhaoguan/contracts';
import { IsString } from 'class-validator';
import type { SearchGroupHits } from '../domain/search';
import { SubjectDto } from './work-items.dto';

export class SearchQueryDto {
  @ApiProperty({
    example: '颐养院',
    description: '名称中的至少两个字，或者备案编号、案号、决定书文号、统一社会信用代码、用户名',
  })
  @IsString()
  q!: string;
}

class SearchHitDto {
  @ApiProperty({ type: SubjectDto })
  subject!: SubjectDto;
  @ApiProperty({ example: '示例·长安颐养院' })
  title!: string;
  @ApiProperty({
    example: '610116-YL-2026-0001',
    description: '编号、代码等；登记备案、许可还有事项、状态和日期',
  })
  detail!: string;
  @ApiProperty({ type: String, nullable: true, example: '610116' })
  district!: string | null;
}

class SearchGroupDto {
  @ApiProperty({ enum: SEARCH_GROUPS, example: 'FILINGS' })
  group!: SearchGroup;
  @ApiProperty({ example: SEARCH_GROUP_LABELS.FILINGS })
  groupLabel!: string;
  @ApiProperty({ type: [SearchHitDto], description: '至多 5 条' })
  items!: SearchHitDto[];
  @ApiProperty({ example: false, description: '还有更多，请到该类列表中查询' })
  more!: boolean;
}

export class SearchAnswerDto {
  @ApiProperty({ type: [SearchGroupDto], description: '没有结果的类别不列' })
  groups!: SearchGroupDto[];
}

export function toSearchAnswer(found: readonly SearchGroupHits[]): SearchAnswerDto {
  return {
    groups: found.map(({ group, hits, more }) => ({
      group,
      groupLabel: SEARCH_GROUP_LABELS[group],
      items: hits.map(({ subjectType, subjectId, ...hit }) => ({
        ...hit,
        subject: { type: subjectType, id: subjectId },
      })),
      more,
    })),
  };
}
