import { putJson } from '../api/client';
import { sendFile } from './send-file';

interface MaterialOptions {
  readonly onProgress: (share: number) => void;
  readonly onWaiting: (waiting: boolean) => void;
}

/** What takes longer than a breath on a slow line is worth going on with. */
const RESUMED_FROM = 512 * 1024;

/**
 * Puts a file in its place: a small one at once, a large one in a way that survives a broken line.
 * @returns the answer's body. @throws ApiFailure, Unreachable
 */
export async function sendMaterial<T>(path: string, file: File, options: MaterialOptions): Promise<T> {
  const { onProgress } = options;
  if (file.size < RESUMED_FROM) return sendFile<T>(path, file, { method: 'PUT', onProgress });
  const { sendResumably } = await import('./send-resumably');
  const uploadId = await sendResumably(file, options);
  return putJson<T>(path, { uploadId });
}
