import { applyDecorators } from '@nestjs/common';
import {
  ApiBody,
  ApiConflictResponse,
  ApiConsumes,
  ApiOkResponse,
  ApiProduces,
  getSchemaPath,
} from '@nestjs/swagger';
import { MEDIA_TYPES } from '../storage/media-type';
import { Problem } from './problem';

const BINARY = { type: 'string', format: 'binary' } as const;

/** A route that one file is uploaded to, in the part `file` of a form; its content decides what it is. */
export const TakesFile = () =>
  applyDecorators(
    ApiConsumes('multipart/form-data'),
    ApiBody({ schema: { type: 'object', properties: { file: BINARY } } }),
  );

/** A route that answers with a file of one of these media types. */
export const GivesFile = (...mediaTypes: readonly string[]) =>
  applyDecorators(ApiProduces(...mediaTypes), ApiOkResponse({ schema: BINARY }));

/** A route that answers with what somebody uploaded: a document or a photo. */
export const GivesUpload = () => GivesFile(...MEDIA_TYPES);

/** A route that answers with a printed paper, which may not be printed yet. */
export const GivesPaper = () =>
  applyDecorators(
    GivesFile('application/pdf'),
    ApiConflictResponse({
      description: '正在制作（PAPER_NOT_READY），请按 Retry-After 再取',
      content: { 'application/problem+json': { schema: { $ref: getSchemaPath(Problem) } } },
      headers: { 'Retry-After': { description: '几秒以后再取', schema: { type: 'integer' } } },
    }),
  );
