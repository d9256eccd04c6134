import { refuse } from '@zhaoguan/contracts';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** Largest file people may upload: 20 MB. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

/** The one file of a multipart request, as a stream. @throws UPLOAD_MISSING, UNSUPPORTED_MEDIA */
export async function uploadedFile(request: FastifyRequest): Promise<MultipartFile> {
  if (!request.isMultipart()) throw refuse('UNSUPPORTED_MEDIA');
  // A file beyond the limit ends there instead of failing in the parser: FileStore refuses it with its own answer.
  const file = await request.file({ throwFileSizeLimit: false });
  if (!file || file.fieldname !== 'file') throw refuse('UPLOAD_MISSING');
  return file;
}
