import { ApiProperty } from '@nestjs/swagger';
import { FollowedRemarkDto } from './filing-changes.dto';

export class RefusedBeforeDto {
  @ApiProperty({ format: 'uuid', description: '以前没有准予的那一件' })
  filingId!: string;
  @ApiProperty({ enum: ['REFUSED', 'LAPSED'], description: '不予备案（许可），或者逾期没有补正、视为撤回' })
  status!: 'REFUSED' | 'LAPSED';
  @ApiProperty({ type: String, nullable: true, description: '不予的理由；视为撤回的为空，见补正意见' })
  reason!: string | null;
  @ApiProperty({ description: '现在填写的内容和上传的材料与那一件相同；须每次签署的不比较' })
  unchanged!: boolean;
  @ApiProperty({
    type: [FollowedRemarkDto],
    description: '视为撤回的那一件最后一次退回的补正意见，以及现在是否改动；不予的为空',
  })
  remarks!: FollowedRemarkDto[];
  @ApiProperty({
    type: [String],
    example: ['养老机构备案申请书'],
    description: '须每次签署、已经换了文件的材料',
  })
  signedAnew!: string[];
}
