import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { ProblemFilter } from '../src/http/problem.filter';

const failure = (message: string, more: object = {}): Error => Object.assign(new Error(message), more);

/** What is answered to a failure, and whether it is told as a fault of ours (level 50). */
function answered(error: Error): { readonly status: number; readonly isFault: boolean } {
  let told = 0;
  let status = 0;
  const reply = {
    sent: false,
    status: (code: number) => {
      status = code;
      return reply;
    },
    header: () => reply,
    send: () => reply,
  };
  const filter = new ProblemFilter({ error: () => (told += 1) } as unknown as Logger, () => []);
  filter.answer(error, { id: 'trace' } as FastifyRequest, reply as unknown as FastifyReply);
  return { status, isFault: told > 0 };
}

describe('an upload that breaks', () => {
  it.each([
    ['the sender hangs up', failure('aborted', { code: 'ECONNRESET' })],
    ['there is no boundary', failure('Multipart: Boundary not found')],
    ['the boundary is none of the body', failure('Unexpected end of multipart data')],
    ['a part has no end', failure('Part terminated early due to unexpected end of multipart data')],
    ['the boundary is too long', failure('The needle cannot have a length bigger than 256.')],
  ])('because %s is the request, and no fault of ours', (_, error) => {
    expect(answered(error)).toEqual({ status: 400, isFault: false });
  });

  it.each([
    [
      'a connection of ours that is reset',
      failure('read ECONNRESET', { code: 'ECONNRESET', syscall: 'read' }),
      503,
    ],
    ['a disk that is full', failure('ENOSPC', { code: 'ENOSPC', syscall: 'write' }), 503],
    ['what nobody thought of', failure('aborted'), 500],
  ] as const)('is told apart from %s', (_, error, status) => {
    expect(answered(error)).toEqual({ status, isFault: true });
  });
});
