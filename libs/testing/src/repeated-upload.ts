import { isDeepStrictEqual } from 'node:util';
import type { TestApp, TestPerson } from './test-app';

/** What a client is told that sends its upload again under the same key, because it got no answer. */
export interface RepeatedUpload {
  readonly statuses: readonly [number, number];
  readonly isSame: boolean;
  readonly isReplay: boolean;
  /** Code of the answer to another file under that key. */
  readonly otherFile: string;
}

export const HONEST = { isSame: true, isReplay: true, otherFile: 'IDEMPOTENCY_KEY_REUSED' } as const;

/** The same file twice under one key, then another one. */
export async function repeatUpload(
  app: TestApp,
  person: TestPerson,
  path: string,
  {
    content,
    other,
    filename,
  }: { readonly content: Buffer; readonly other: Buffer; readonly filename: string },
): Promise<RepeatedUpload> {
  const key = `upload-${path}`.slice(0, 128);
  const send = (file: Buffer) =>
    app.as(person).post(path).set('idempotency-key', key).attach('file', file, { filename });
  const first = await send(content);
  const again = await send(content);
  const changed = await send(other);
  return {
    statuses: [first.status, again.status],
    isSame: isDeepStrictEqual(first.body, again.body),
    isReplay: again.headers['idempotent-replay'] === 'true',
    otherFile: (changed.body as { code?: string }).code ?? String(changed.status),
  };
}
