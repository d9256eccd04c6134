import type { Problem } from '@zhaoguan/api-client';
import { ApiFailure, Unreachable } from '../api/failure';
import { session } from '../session/session';

interface SendOptions {
  readonly method: 'PUT' | 'POST';
  readonly headers?: Readonly<Record<string, string>>;
  /** How much has been sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  readonly signal?: AbortSignal;
}

/**
 * Uploads one file as the field `file`, telling how far it has come (fetch cannot tell).
 * @returns the answer's body. @throws ApiFailure, Unreachable
 */
export async function sendFile<T>(path: string, file: File, options: SendOptions): Promise<T> {
  const token = await session.freshToken();
  const form = new FormData();
  form.set('file', file);
  return new Promise<T>((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open(options.method, path);
    request.responseType = 'json';
    if (token !== undefined) request.setRequestHeader('authorization', `Bearer ${token}`);
    for (const [name, value] of Object.entries(options.headers ?? {})) request.setRequestHeader(name, value);
    request.upload.addEventListener('progress', ({ loaded, total }) => {
      if (total > 0) options.onProgress(loaded / total);
    });
    request.addEventListener('load', () => {
      if (request.status < 300) resolve(request.response as T);
      else if (request.response === null) reject(new Unreachable());
      else reject(new ApiFailure(request.response as Problem, request.status));
    });
    request.addEventListener('error', () => reject(new Unreachable()));
    request.addEventListener('abort', () => reject(new DOMException('aborted', 'AbortError')));
    options.signal?.addEventListener('abort', () => request.abort());
    request.send(form);
  });
}
