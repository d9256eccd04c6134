import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { KINDS, type Kind } from '@zhaoguan/contracts';
import { filingProcess, type FilingStatus } from '../domain/filing.process';

export class ReceiptVerificationDto {
  @ApiProperty({ description: '备案机关出具过该编号的回执；为 false 时没有其他内容' })
  genuine!: boolean;
  @ApiPropertyOptional({ example: '610116-YL-2026-0001' })
  filingNumber?: string;
  @ApiPropertyOptional({ example: '示例·长安养老院' })
  name?: string;
  @ApiPropertyOptional({ enum: KINDS })
  kind?: Kind;
  @ApiPropertyOptional({ example: '610116' })
  district?: string;
  @ApiPropertyOptional({ format: 'date', example: '2026-11-20' })
  filedOn?: string;
  @ApiPropertyOptional({ enum: filingProcess.states, example: 'ACCEPTED' })
  status?: FilingStatus;
  @ApiPropertyOptional({ type: String, nullable: true, description: '回执 PDF 的 SM3，可与手中文件比对' })
  sm3?: string | null;
}
