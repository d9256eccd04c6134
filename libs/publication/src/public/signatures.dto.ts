import { ApiProperty } from '@nestjs/swagger';

export class PublicSigningKeyDto {
  @ApiProperty({
    example: '3f2a9c0d11e45b77',
    description: '密钥编号：公钥（65 字节）的 SM3 的前 8 字节',
  })
  keyId!: string;
  @ApiProperty({ example: `04${'5a'.repeat(64)}`, description: 'SM2 公钥，未压缩的点，十六进制' })
  publicKey!: string;
  @ApiProperty({ format: 'date-time', description: '首次用于签名的时间' })
  since!: Date;
  @ApiProperty({
    type: String,
    format: 'date-time',
    nullable: true,
    description: '由另一密钥接替的时间；现在使用的为空',
  })
  until!: Date | null;
}

export class PublicSigningKeysDto {
  @ApiProperty({ type: [PublicSigningKeyDto], description: '现在使用的在前；停用的仍可核对以前的签名' })
  items!: PublicSigningKeyDto[];
}

export class PublicSignatureDto {
  @ApiProperty({ example: '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0' })
  sm3!: string;
  @ApiProperty({ enum: ['SM2-SM3'], description: 'GM/T 0003.2，对文件的全部字节签名' })
  algorithm!: string;
  @ApiProperty({ example: '1234567812345678', description: '签名用的用户标识（GM/T 0009 默认值）' })
  userId!: string;
  @ApiProperty({ example: '3f2a9c0d11e45b77' })
  keyId!: string;
  @ApiProperty({ example: `04${'5a'.repeat(64)}` })
  publicKey!: string;
  @ApiProperty({ example: '7c'.repeat(64), description: 'r 和 s 依次排列，十六进制' })
  signature!: string;
  @ApiProperty({ example: '西安市长安区民政局', description: '以哪个机关的名义签名' })
  authority!: string;
  @ApiProperty({ format: 'date-time' })
  signedAt!: Date;
}
