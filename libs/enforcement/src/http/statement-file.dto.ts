import { ApiProperty } from '@nestjs/swagger';
import type { StatementFile } from '../domain/penalty-case';

export class StatementFileDto {
  @ApiProperty({ format: 'uuid' })
  id!: string;
  @ApiProperty({ example: '整改照片.jpg' })
  name!: string;
  @ApiProperty({ example: 182_044, description: '字节' })
  size!: number;
  @ApiProperty({ enum: ['application/pdf', 'image/jpeg', 'image/png'], example: 'image/jpeg' })
  mediaType!: StatementFile['mediaType'];
  @ApiProperty({ example: '3f2a…', description: '内容的 SM3 摘要，十六进制' })
  sm3!: string;
  @ApiProperty({ type: String, format: 'date-time' })
  uploadedAt!: Date;
}

/** Who uploaded it stays inside: it is the party's. */
export function toStatementFile({
  id,
  name,
  size,
  mediaType,
  sm3,
  uploadedAt,
}: StatementFile): StatementFileDto {
  return { id, name, size, mediaType, sm3, uploadedAt };
}
