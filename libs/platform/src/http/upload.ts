import { createHash } from 'node:crypto';
import { Readable } from 'node:stream';
import { refuse } from '@zhaoguan/contracts';
import { guardedFileName, normalizeText } from '@zhaoguan/kernel';
import type { FastifyRequest } from 'fastify';
import type { RequestWithCaller } from './policy';

/** Largest file people may upload: 20 MB. */
export const UPLOAD_LIMIT = 20 * 1024 * 1024;

/** The file of a multipart request, to be read once. */
export interface UploadedFile {
  readonly file: Readable;
  readonly filename: string;
}

/**
 * The one file of a multipart request, as a stream. Whatever it holds goes into the hash of a request that carries an
 * `Idempotency-Key`: another file under the same key must not pass for the first one.
 * @throws UPLOAD_MISSING, UNSUPPORTED_MEDIA
 */
export async function uploadedFile(request: FastifyRequest): Promise<UploadedFile> {
  if (!request.isMultipart()) throw refuse('UNSUPPORTED_MEDIA');
  // A file beyond the limit ends there instead of failing in the parser: FileStore refuses it with its own answer.
  const part = await request.file({ throwFileSizeLimit: false });
  if (!part || part.fieldname !== 'file') throw refuse('UPLOAD_MISSING');
  const { file } = part;
  const filename = nameOf(part);
  const claim = (request as RequestWithCaller).caller?.idempotency;
  if (!claim) return { file, filename };
  const named = `${claim.requestHash} ${JSON.stringify(filename)}`;
  return { file: Readable.from(hashed(file, named, (hash) => (claim.requestHash = hash))), filename };
}

/** The parser types each part as if it had one; a part of octets may have none. The name of a list that is read in is kept as well. */
const nameOf = ({ filename = '' }: { readonly filename?: string }): string =>
  guardedFileName(normalizeText(filename)) || '未命名';

/** The id of a finished resumable upload in a JSON body; undefined for a request that carries its file. */
export function uploadIdIn(body: unknown): string | undefined {
  if (typeof body !== 'object' || body === null || !('uploadId' in body)) return undefined;
  return typeof body.uploadId === 'string' ? body.uploadId : '';
}

/**
 * The SM3 of the file of a multipart request, hex: it is hashed as it comes in, and kept nowhere.
 * @throws UPLOAD_MISSING, UPLOAD_EMPTY, UPLOAD_TOO_LARGE, UNSUPPORTED_MEDIA
 */
export async function digestOfUpload(request: FastifyRequest): Promise<string> {
  const { file } = await uploadedFile(request);
  const hash = createHash('sm3');
  let size = 0;
  for await (const piece of file) {
    size += (piece as Buffer).length;
    hash.update(piece as Buffer);
  }
  if (size > UPLOAD_LIMIT) throw refuse('UPLOAD_TOO_LARGE', { limit: '20 MB' });
  if (size === 0) throw refuse('UPLOAD_EMPTY');
  return hash.digest('hex');
}

async function* hashed(
  source: Readable,
  begin: string,
  atEnd: (hash: string) => void,
): AsyncGenerator<Buffer> {
  const hash = createHash('sm3').update(begin);
  for await (const piece of source) {
    hash.update(piece as Buffer);
    yield piece as Buffer;
  }
  atEnd(hash.digest('hex'));
}
