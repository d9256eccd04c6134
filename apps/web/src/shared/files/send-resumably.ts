import type { Problem } from '@zhaoguan/api-client';
import { DetailedError, Upload } from 'tus-js-client';
import { ApiFailure, Unreachable } from '../api/failure';
import { session } from '../session/session';

interface ResumableOptions {
  /** How much has been sent, 0 to 1. */
  readonly onProgress: (share: number) => void;
  /** Whether the line is down and it waits to go on. */
  readonly onWaiting: (waiting: boolean) => void;
}

/** Nothing came for too long (408), or too many at once (429): what has arrived is kept, and it goes on later. */
const LATER: readonly number[] = [408, 429];

/** No later try of today helps: the account has sent what it may in a day. */
const OF_THE_DAY: Problem['code'] = 'UPLOADS_OF_A_DAY';

/** After a broken line it is tried again for some ten minutes; a page opened again goes on for a day. */
const RETRY_MS = [0, 1_000, 3_000, 5_000, 10_000, 20_000, ...Array.from({ length: 18 }, () => 30_000)];

/**
 * Uploads a file so that it goes on where it broke off (断点续传), also after the page was closed.
 * @returns the id by which a record takes it. @throws ApiFailure, Unreachable
 */
export async function sendResumably(
  file: File,
  { onProgress, onWaiting }: ResumableOptions,
): Promise<string> {
  return new Promise<string>((resolve, reject) => {
    const upload = new Upload(file, {
      endpoint: '/api/v1/uploads',
      metadata: { filename: file.name },
      retryDelays: RETRY_MS,
      removeFingerprintOnSuccess: true,
      onBeforeRequest: async (request) => {
        const token = await session.freshToken();
        if (token !== undefined) request.setHeader('authorization', `Bearer ${token}`);
      },
      onShouldRetry: (error) => {
        const status = error.originalResponse?.getStatus();
        const passing = status === undefined || status === 0 || status >= 500 || LATER.includes(status);
        const failure = failureOf(error);
        const again = passing && !(failure instanceof ApiFailure && failure.problem.code === OF_THE_DAY);
        onWaiting(again);
        return again;
      },
      onProgress: (sent, total) => {
        onWaiting(false);
        if (total > 0) onProgress(sent / total);
      },
      onError: (error) => reject(failureOf(error)),
      onSuccess: () => resolve(new URL(upload.url ?? '', location.href).pathname.split('/').at(-1) ?? ''),
    });
    // What was begun before, of the same file, goes on.
    upload
      .findPreviousUploads()
      .then(([latest]) => {
        if (latest) upload.resumeFromPreviousUpload(latest);
        upload.start();
      })
      .catch(reject);
  });
}

function failureOf(error: Error): Error {
  const answer = error instanceof DetailedError ? error.originalResponse : null;
  if (!answer || answer.getStatus() === 0) return new Unreachable({ cause: error });
  const body = answer.getBody();
  return body.startsWith('{')
    ? new ApiFailure(JSON.parse(body) as Problem, answer.getStatus())
    : new Unreachable({ cause: error });
}
