import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { RemarkDto } from './filing-decision.dto';
import type { MaterialChange } from '../domain/filing-changes';

class ComparedSubmissionDto {
  @ApiProperty({ example: 1, description: '第几次提交' })
  round!: number;
  @ApiProperty({ format: 'date-time' })
  submittedAt!: Date;
}

export class ChangedFieldDto {
  @ApiProperty({ example: '/institution/address' })
  pointer!: string;
  @ApiProperty({ example: '住所（服务场所地址）' })
  label!: string;
  @ApiProperty({
    example: '示例路9号',
    description: '原来的内容；身份证号、电话已作掩码处理，前后相同的表示不显示的部分有改动',
  })
  old!: string;
  @ApiProperty({ example: '示例路9号2号楼' })
  new!: string;
  @ApiPropertyOptional({ enum: [true], description: '以前没有填报、现在补充填报的为 true；其他的没有此项' })
  supplied?: true;
}

class ChangedMaterialDto {
  @ApiProperty({ example: 'COMMITMENT_LETTER' })
  code!: string;
  @ApiProperty({ example: '承诺书' })
  name!: string;
  @ApiProperty({
    enum: ['ADDED', 'REPLACED', 'REMOVED'] satisfies MaterialChange[],
    description: 'ADDED 新上传；REPLACED 换了文件；REMOVED 不再需要',
  })
  change!: MaterialChange;
  @ApiProperty({ type: String, nullable: true, example: '承诺书.pdf', description: '原来的文件名' })
  old!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '承诺书（盖章）.pdf' })
  new!: string | null;
  @ApiProperty({
    type: Number,
    nullable: true,
    example: 1,
    description: '原来的文件是第几次上传的，见 GET /filings/{id}/materials/{code}/versions/{version}',
  })
  oldVersion!: number | null;
}

class ChangedStatementDto {
  @ApiProperty({
    type: String,
    nullable: true,
    example: '与原机构同时在这里经营：与原机构各自经营，场地分开',
  })
  old!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '承接原机构的场地，原机构不再经营：原机构的租赁合同、委托运营合同已经终止',
  })
  new!: string | null;
}

export class FollowedRemarkDto extends RemarkDto {
  @ApiProperty({ example: '住所（服务场所地址）', description: '意见所指的项目或者材料' })
  place!: string;
  @ApiProperty({ description: '所指的内容在退回以后有改动' })
  touched!: boolean;
}

export class FilingChangesDto {
  @ApiProperty({
    type: ComparedSubmissionDto,
    nullable: true,
    description: '与哪一次提交相比；没有可比的为空',
  })
  since!: ComparedSubmissionDto | null;
  @ApiProperty({ type: [ChangedFieldDto] })
  fields!: ChangedFieldDto[];
  @ApiProperty({ type: [ChangedMaterialDto] })
  materials!: ChangedMaterialDto[];
  @ApiProperty({
    type: ChangedStatementDto,
    nullable: true,
    description: '与名录中已有机构关系的说明（归属说明）有改动的；前后文字相同的表示所说的机构不同',
  })
  takeover!: ChangedStatementDto | null;
  @ApiProperty({ type: [FollowedRemarkDto], description: '对那一次提交的补正意见' })
  remarks!: FollowedRemarkDto[];
  @ApiProperty({
    type: [String],
    nullable: true,
    example: ['/institution/address', '/materials/COMMITMENT_LETTER'],
    description:
      '备案机关还可以提出补正意见的位置：改动过的、以前提过意见的和没有填写的，填报内容改动过的还有签字的申请书、备案书；与名录中已有机构关系的说明为“/takeover”；含“/”的为全部；第一次提交为空，即全部',
  })
  openToRemarks!: readonly string[] | null;
}
