import { refuse, type ErrorCode } from '@zhaoguan/contracts';
import type { DomainError } from '@zhaoguan/kernel';
import type { FastifyReply } from 'fastify';

/** What the protocol refuses, in the words of the interface; the rest is a request that no client of it makes. */
const REFUSALS: Readonly<Record<number, ErrorCode>> = {
  404: 'NOT_FOUND',
  409: 'UPLOAD_OFFSET_WRONG',
  410: 'NOT_FOUND',
  415: 'UNSUPPORTED_CONTENT_TYPE',
};

/** Headers of the protocol that may be missing or wrong, which it answers with 400, 403 or 412, and a sentence that names them. */
const NAMED_HEADERS = [
  'Tus-Resumable',
  'Upload-Offset',
  'Upload-Length',
  'Upload-Metadata',
  'Content-Type',
] as const;
const OF_HEADERS: ReadonlySet<number> = new Set([400, 403, 412]);

/** Kept from the protocol's answer: what its clients read. */
const HEADERS = [
  'location',
  'tus-resumable',
  'upload-offset',
  'upload-length',
  'upload-metadata',
  'upload-expires',
];

/** Gives the protocol's answer, or refuses as the interface does everywhere. @throws the refusal */
export async function answerOf(answer: Response, reply: FastifyReply): Promise<void> {
  if (answer.status >= 400) throw refusalOf(answer.status, await answer.text());
  for (const name of HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) void reply.header(name, value);
  }
  await reply.status(answer.status).send();
}

function refusalOf(status: number, words: string): DomainError {
  if (status === 413) return refuse('UPLOAD_TOO_LARGE', { limit: '20 MB' });
  const said = words.toLowerCase();
  const header = NAMED_HEADERS.find((name) => said.includes(name.toLowerCase()));
  if (OF_HEADERS.has(status) && header !== undefined) return refuse('UPLOAD_HEADER_WRONG', { header });
  return refuse(REFUSALS[status] ?? 'MALFORMED_REQUEST');
}
