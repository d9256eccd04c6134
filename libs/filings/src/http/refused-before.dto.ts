import { ApiProperty } from '@nestjs/swagger';

export class RefusedBeforeDto {
  @ApiProperty({ format: 'uuid', description: '以前没有准予的那一件' })
  filingId!: string;
  @ApiProperty({ type: String, nullable: true, description: '当时的理由' })
  reason!: string | null;
  @ApiProperty({ description: '现在填写的内容和上传的材料与那一件相同；须每次签署的不比较' })
  unchanged!: boolean;
  @ApiProperty({
    type: [String],
    example: ['养老机构备案申请书'],
    description: '须每次签署、已经换了文件的材料',
  })
  signedAnew!: string[];
}
