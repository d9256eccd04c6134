import { ApiProperty } from '@nestjs/swagger';
import { PageOf } from '@zhaoguan/platform';

export class PublicNonconformityDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '长卫备不符〔2026〕1号', description: '告知书的文号' })
  number!: string;
  @ApiProperty({ example: '示例·小树苗托育中心', description: '机构名称' })
  name!: string;
  @ApiProperty({ example: '916100000000000518', description: '统一社会信用代码' })
  uscc!: string;
  @ApiProperty({ example: '610116' })
  district!: string;
  @ApiProperty({ example: '陕西省西安市长安区' })
  districtName!: string;
  @ApiProperty({ example: '西安市长安区卫生健康局' })
  authority!: string;
  @ApiProperty({ format: 'date', example: '2026-11-20', description: '告知的日期' })
  issuedOn!: string;
  @ApiProperty({ description: '不符合要求的理由' })
  reason!: string;
  @ApiProperty({ format: 'date-time', description: '公开的时间；更正的为更正的时间' })
  publishedAt!: Date;
  @ApiProperty({ description: '是否更正过' })
  corrected!: boolean;
  @ApiProperty({ type: String, nullable: true, description: '此后已备案的，备案编号' })
  filedSince!: string | null;
}

export class PublicNonconformityPageDto extends PageOf(PublicNonconformityDto) {}
