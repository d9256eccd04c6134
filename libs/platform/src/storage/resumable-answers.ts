import { refuse, type ErrorCode } from '@zhaoguan/contracts';
import type { FastifyReply } from 'fastify';

/** What the protocol refuses, in the words of the interface; the rest is a request that no client of it makes. */
const REFUSALS: Readonly<Record<number, ErrorCode>> = {
  403: 'FORBIDDEN',
  404: 'NOT_FOUND',
  409: 'UPLOAD_OFFSET_WRONG',
  410: 'NOT_FOUND',
  413: 'UPLOAD_TOO_LARGE',
  415: 'UNSUPPORTED_CONTENT_TYPE',
};

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
  if (answer.status >= 400) throw refuse(REFUSALS[answer.status] ?? 'MALFORMED_REQUEST', { limit: '20 MB' });
  for (const name of HEADERS) {
    const value = answer.headers.get(name);
    if (value !== null) void reply.header(name, value);
  }
  await reply.status(answer.status).send();
}
