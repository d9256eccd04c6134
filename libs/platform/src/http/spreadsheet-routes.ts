import { applyDecorators, createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiOperation } from '@nestjs/swagger';
import { refuse } from '@zhaoguan/contracts';
import type { FastifyReply } from 'fastify';
import { XLSX_TYPE } from '../spreadsheet/spreadsheet-file';
import { GivesFile } from './file-routes';

/** A route that gives a list out as a spreadsheet. @param description what is peculiar to this one */
export const GivesSpreadsheet = (name: string, description = '') =>
  applyDecorators(
    ApiOperation({
      summary: `导出${name}（Excel）：条件、范围和顺序与列表相同`,
      description: `${description}导出留痕；每人同时只能导出一份（EXPORT_UNDER_WAY）。`,
    }),
    GivesFile(XLSX_TYPE),
  );

/** Fires when whoever sent this request waits for no answer any more: the connection was cut, or the answer is out. */
export const UntilGone = createParamDecorator((_: unknown, context: ExecutionContext): AbortSignal => {
  const controller = new AbortController();
  const { raw } = context.switchToHttp().getResponse<FastifyReply>();
  raw.once('close', () => controller.abort(refuse('EXPORT_ABANDONED')));
  return controller.signal;
});
