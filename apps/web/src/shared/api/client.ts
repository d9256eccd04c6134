import { createApiClient, type Problem } from '@zhaoguan/api-client';
import { session } from '../session/session';
import { ApiFailure, Unreachable } from './failure';

/**
 * Sends with a fresh token; one that is refused all the same (rights changed, signed out elsewhere) is replaced once.
 */
async function send(request: Request): Promise<Response> {
  const token = await session.freshToken();
  const again = request.clone();
  const answer = await attempt(request, token);
  if (answer.status !== 401 || token === undefined) return answer;
  if (!(await session.replaceToken(token))) return answer;
  return attempt(again, await session.freshToken());
}

async function attempt(request: Request, token: string | undefined): Promise<Response> {
  if (token !== undefined) request.headers.set('authorization', `Bearer ${token}`);
  try {
    return await fetch(request);
  } catch (error) {
    // Given up because nobody answered in time is not the same as given up on purpose.
    if (request.signal.aborted && !isTimeout(request.signal.reason)) throw error;
    throw new Unreachable({ cause: error });
  }
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}

export const api = createApiClient({ fetch: (request) => send(request as unknown as Request) });

/** Puts what the typed client has no type for, such as one of several kinds of body. @throws what `bodyOf` throws */
export async function putJson<T>(path: string, body: object): Promise<T> {
  const response = await send(
    new Request(new URL(path, location.href), {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  );
  const said: unknown = await response.json().catch(() => undefined);
  return bodyOf<T>(Promise.resolve({ data: said as T, error: said, response }));
}

interface Answer<T> {
  readonly data?: T;
  readonly error?: unknown;
  readonly response: Response;
}

/** The body of an answer. @throws ApiFailure for a refusal, Unreachable when none came or it was none of this server's */
export async function bodyOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const { data, error, response } = await call;
  if (response.ok) return data as T;
  if (isProblem(error)) throw new ApiFailure(error, response.status);
  throw new Unreachable({ cause: `${response.status}` });
}

function isProblem(value: unknown): value is Problem {
  return typeof value === 'object' && value !== null && 'code' in value && 'title' in value;
}

/** `If-Match` of a resource that carries `version`. */
export function ifMatch(version: number): { 'If-Match': string } {
  return { 'If-Match': `"${version}"` };
}
