import { Readable } from 'node:stream';
import { refuse } from '@zhaoguan/contracts';
import { uploadedFile, type UploadedFile } from '@zhaoguan/platform';
import { hashFor } from './hmac';
import type { PartnerRequest } from './partner.guard';

/**
 * The file of a signed upload. Reading it fails at its end when it is not the one that was signed, before it is kept.
 * @throws UPLOAD_MISSING, UNSUPPORTED_MEDIA
 */
export async function signedFile(request: PartnerRequest): Promise<UploadedFile> {
  const { partner, declaredDigest } = request;
  if (!partner) throw refuse('SIGNATURE_INVALID');
  const { file, filename } = await uploadedFile(request);
  const checked = async function* (): AsyncGenerator<Buffer> {
    const hash = hashFor(partner.algorithm);
    for await (const piece of file) {
      hash.update(piece as Buffer);
      yield piece as Buffer;
    }
    if (hash.digest('hex') !== declaredDigest) throw refuse('DIGEST_MISMATCH');
  };
  return { file: Readable.from(checked()), filename };
}
