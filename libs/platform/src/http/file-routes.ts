import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiOkResponse, ApiProduces } from '@nestjs/swagger';
import { MEDIA_TYPES } from '../storage/media-type';

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
