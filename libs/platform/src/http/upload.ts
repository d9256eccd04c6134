import { refuse } from '@zhaoguan/contracts';
import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';

/** Largest file people may upload: 20 MB. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

interface MultipartRequest extends FastifyRequest {
  file(): Promise<MultipartFile | undefined>;
  isMultipart(): boolean;
}

/** The one file of a multipart request, as a stream. @throws UPLOAD_MISSING, UNSUPPORTED_MEDIA */
export async function uploadedFile(request: FastifyRequest): Promise<MultipartFile> {
  const multipart = request as MultipartRequest;
  if (!multipart.isMultipart()) throw refuse('UNSUPPORTED_MEDIA');
  const file = await multipart.file();
  if (!file || file.fieldname !== 'file') throw refuse('UPLOAD_MISSING');
  return file;
}
