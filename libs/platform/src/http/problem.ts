import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ERRORS, isErrorCode, stateLabel, type ErrorCode } from '@zhaoguan/contracts';
import type { DomainError } from '@zhaoguan/kernel';

export class ProblemField {
  @ApiProperty({ example: '/institution/uscc', description: 'JSON Pointer to the field (RFC 6901)' })
  pointer!: string;
  @ApiProperty({ example: 'INVALID_USCC' })
  code!: string;
  @ApiProperty({ example: '统一社会信用代码不正确' })
  message!: string;
}

/** RFC 9457 problem, `application/problem+json`. */
export class Problem {
  @ApiProperty({ example: 'urn:zhaoguan:error:VALIDATION_FAILED' })
  type!: string;
  @ApiProperty({ example: '填写的内容有误' })
  title!: string;
  @ApiProperty({ example: 422 })
  status!: number;
  @ApiProperty({ example: 'VALIDATION_FAILED' })
  code!: string;
  @ApiProperty({ example: '请按各栏提示修改后重新提交。' })
  detail!: string;
  @ApiPropertyOptional({ type: [ProblemField] })
  errors?: ProblemField[];
  @ApiProperty({ example: '0193…' })
  traceId!: string;
  @ApiPropertyOptional({ description: 'INVALID_TRANSITION: state now' })
  from?: string;
  @ApiPropertyOptional({ type: [String], description: 'INVALID_TRANSITION: actions possible now' })
  allowed?: string[];
  @ApiPropertyOptional({ format: 'uuid', description: 'DUPLICATE_FILING：本人在办的另一件' })
  filingId?: string;
  @ApiPropertyOptional({ format: 'uuid', description: 'UNFILED_KNOWN：该处未办结的线索' })
  siteId?: string;
}

/** `{name}` in a text is filled from the details; one that is missing stays visible to us, not as `{name}` to people. */
function fill(text: string, details: Readonly<Record<string, unknown>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = details[name];
    if (Array.isArray(value)) return value.join('、');
    return typeof value === 'string' || typeof value === 'number' ? String(value) : '—';
  });
}

/** A refusal for its state names the state as people know it; the code stays in the details for programs. */
function inWords(details: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { process, from } = details;
  if (typeof process !== 'string' || typeof from !== 'string') return details;
  return { ...details, from: stateLabel(process, from) ?? from };
}

export function problemOf(code: ErrorCode, traceId: string, error?: DomainError): Problem {
  const text = ERRORS[code];
  const details = error?.details ?? {};
  return {
    ...details,
    type: `urn:zhaoguan:error:${code}`,
    title: text.title,
    status: text.status,
    code,
    detail: fill(text.detail, inWords(details)),
    ...(error && error.fields.length > 0 ? { errors: error.fields.map(fieldOf) } : {}),
    traceId,
  };
}

function fieldOf(field: { pointer: string; code: string; message?: string }): ProblemField {
  const known = isErrorCode(field.code) ? ERRORS[field.code].title : '内容不正确';
  return { pointer: field.pointer, code: field.code, message: field.message ?? known };
}
