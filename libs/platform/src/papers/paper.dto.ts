import { ApiProperty } from '@nestjs/swagger';
import { PAPER_ENDS, PAPER_KINDS, type PaperEnd } from '@zhaoguan/contracts';

class PaperFileDto {
  @ApiProperty({ description: '文件的 SM3' })
  sm3!: string;
  @ApiProperty({ example: 52_310, description: '文件大小（字节）' })
  size!: number;
  @ApiProperty({ example: '养老机构备案补正通知书 长民备补〔2026〕1号.pdf' })
  fileName!: string;
}

class PaperSignatureDto {
  @ApiProperty({ example: '3f2a9c0d11e45b77', description: '签名密钥编号，公钥见 public/signing-keys' })
  keyId!: string;
  @ApiProperty({ format: 'date-time' })
  signedAt!: string;
}

export class PaperLineDto {
  @ApiProperty({ format: 'uuid', description: '备案回执为本件的编号' })
  id!: string;
  @ApiProperty({ enum: ['RECEIPT', ...Object.keys(PAPER_KINDS)], example: 'CORRECTION_NOTICE' })
  kind!: string;
  @ApiProperty({ example: '养老机构备案补正通知书' })
  title!: string;
  @ApiProperty({ example: '长民备补〔2026〕1号', description: '文号；备案回执为备案编号' })
  number!: string;
  @ApiProperty({ example: '西安市长安区民政局' })
  authority!: string;
  @ApiProperty({ format: 'date', example: '2026-11-20' })
  issuedOn!: string;
  @ApiProperty({ type: PaperFileDto, nullable: true, description: '正在制作的为空' })
  file!: PaperFileDto | null;
  @ApiProperty({
    type: PaperSignatureDto,
    nullable: true,
    description: '电子签名；启用签名以前制作、尚未补签的为空',
  })
  signature!: PaperSignatureDto | null;
  @ApiProperty({
    enum: PAPER_ENDS,
    nullable: true,
    description:
      '不再有效的原因：已由另一份代替、决定已被撤销、本件已终止办理、已补正、本件已办结、机构已终止服务、备案或者许可已被注销、已被撤销、有效期届满；现行有效的为空',
  })
  endedAs!: PaperEnd | null;
  @ApiProperty({ type: String, nullable: true, description: '由哪一份代替或者撤销；现行有效的为空' })
  supersededBy!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    format: 'date',
    description:
      '补正、办结、终止办理、注销、撤销的日期，或者有效期届满以后的第一日；其他原因和现行有效的为空',
  })
  endedOn!: string | null;
}
