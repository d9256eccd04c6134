import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { AUDIT_SUBJECTS, type AuditSubject } from '@zhaoguan/contracts';
import { PageOf, PageQuery } from '@zhaoguan/platform';
import { Type } from 'class-transformer';
import { IsIn, IsInt, IsOptional, IsString, IsUUID, Matches, Max, MaxLength, Min } from 'class-validator';

const DAY = /^\d{4}-\d{2}-\d{2}$/;

const HASH = 'q7Zx0p8rJ0w5dZ0o2Z8xJ0w5dZ0o2Z8xJ0w5dZ0o2Z8=';

export class EntryQueryDto extends PageQuery {
  @ApiPropertyOptional({ enum: AUDIT_SUBJECTS, example: 'filing', description: '对象类型' })
  @IsOptional()
  @IsIn(AUDIT_SUBJECTS)
  subjectType?: AuditSubject;

  @ApiPropertyOptional({ example: '019a9f2e-7c00-7000-8000-000000000001', description: '对象编号' })
  @IsOptional()
  @IsString()
  @MaxLength(64)
  subjectId?: string;

  @ApiPropertyOptional({
    format: 'uuid',
    example: '019a9f2e-7c00-7000-8000-000000000002',
    description: '办理人编号；全零为系统',
  })
  @IsOptional()
  @IsUUID('all')
  actorId?: string;

  @ApiPropertyOptional({ example: '2026-11-01', description: '自哪一日起（北京时间，含当日）' })
  @IsOptional()
  @Matches(DAY, { message: '应为 2026-11-21 这样的日期' })
  from?: string;

  @ApiPropertyOptional({ example: '2026-11-30', description: '到哪一日止（北京时间，含当日）' })
  @IsOptional()
  @Matches(DAY, { message: '应为 2026-11-21 这样的日期' })
  until?: string;
}

class AuditEntryDto {
  @ApiProperty({ format: 'uuid', example: '019a9f2e-7c00-7000-8000-00000000000a' })
  id!: string;
  @ApiProperty({ type: Number, nullable: true, example: 4211, description: '在日志中的位置；排入前为空' })
  seq!: number | null;
  @ApiProperty({ example: '2026-11-20T02:00:00.000Z', description: '办理时间（UTC）' })
  at!: string;
  @ApiProperty({ format: 'uuid', description: '办理人编号；全零为系统' })
  actorId!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·李受理',
    description: '办理人姓名；系统为空',
  })
  actorName!: string | null;
  @ApiProperty({ example: 'filing.accepted', description: '办理动作' })
  action!: string;
  @ApiProperty({ example: 'filing' })
  subjectType!: string;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '019a9f2e-7c00-7000-8000-000000000001',
    description: '对象编号；检查任务在抽取公开（作废）或者结果公布之前为空，也不能按编号查到',
  })
  subjectId!: string | null;
  @ApiProperty({
    type: String,
    nullable: true,
    example: '示例·夕阳红养老院',
    description: '对象的名称：人员姓名，机构、已提交备案的名称，计划、抽取的名称，案件的案号；没有名称的为空',
  })
  subjectName!: string | null;
  @ApiProperty({ type: String, nullable: true, example: '610116' })
  district!: string | null;
  @ApiProperty({
    type: 'object',
    additionalProperties: true,
    example: { filingNumber: '610116-YL-2026-0042' },
    description: '办理内容，不含个人信息；检查任务在抽取公开（作废）或者结果公布之前为空',
  })
  detail!: object;
}
export const AuditEntryPage = PageOf(AuditEntryDto);

export class LogKeyDto {
  @ApiProperty({ example: 'zhaoguan.example.gov.cn/log', description: '日志名称，即检查点首行' })
  origin!: string;
  @ApiProperty({ enum: ['SM2-SM3'], example: 'SM2-SM3' })
  algorithm!: string;
  @ApiProperty({ example: '1234567812345678', description: 'SM2 签名者标识（GM/T 0009）' })
  userId!: string;
  @ApiProperty({ example: `04${'ab'.repeat(64)}`, description: 'SM2 公钥，未压缩，十六进制' })
  publicKey!: string;
}

export class SeqParamDto {
  @ApiProperty({ example: 4211, minimum: 0, description: '位置，从 0 起' })
  @Type(() => Number)
  @IsInt()
  @Min(0)
  @Max(Number.MAX_SAFE_INTEGER)
  seq!: number;
}

export class InclusionQueryDto {
  @ApiPropertyOptional({ example: 5000, minimum: 1, description: '检查点的条数；不填为最新检查点' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  size?: number;
}

export class InclusionProofDto {
  @ApiProperty({ example: 4211 })
  seq!: number;
  @ApiProperty({ example: HASH, description: 'SM3(0x00 ‖ 记录)，base64；不含记录内容' })
  leafHash!: string;
  @ApiProperty({ example: 5000, description: '所证明的检查点的条数' })
  size!: number;
  @ApiProperty({ example: HASH, description: '该检查点的根，base64' })
  root!: string;
  @ApiProperty({
    type: [String],
    example: [HASH],
    description: '自叶向根的兄弟节点，base64（RFC 9162 2.1.3）',
  })
  proof!: string[];
}

export class ConsistencyQueryDto {
  @ApiProperty({ example: 4000, minimum: 1, description: '较早检查点的条数' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  first!: number;

  @ApiPropertyOptional({ example: 5000, minimum: 1, description: '较晚检查点的条数；不填为最新检查点' })
  @IsOptional()
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(Number.MAX_SAFE_INTEGER)
  second?: number;
}

export class ConsistencyProofDto {
  @ApiProperty({ example: 4000 })
  first!: number;
  @ApiProperty({ example: 5000 })
  second!: number;
  @ApiProperty({ example: HASH })
  firstRoot!: string;
  @ApiProperty({ example: HASH })
  secondRoot!: string;
  @ApiProperty({ type: [String], example: [HASH], description: '证明节点，base64（RFC 9162 2.1.4）' })
  proof!: string[];
}
