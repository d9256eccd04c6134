import { createServer, type AddressInfo, type Server } from 'node:net';
import { createDataSource } from '@zhaoguan/platform';

/** One message of PostgreSQL's protocol: its letter, its length, its body. */
function message(letter: string, body: Buffer): Buffer {
  const length = Buffer.alloc(4);
  length.writeInt32BE(body.length + 4);
  return Buffer.concat([Buffer.from(letter), length, body]);
}

const SIGNED_IN = message('R', Buffer.alloc(4));
const READY = message('Z', Buffer.from('I'));
const CUT = message(
  'E',
  Buffer.from('SFATAL\0C57P01\0Mterminating connection due to administrator command\0\0'),
);

describe('a database that cuts a connection as soon as it stands', () => {
  let server: Server;
  let url: string;

  beforeAll(async () => {
    server = createServer((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => socket.end(Buffer.concat([SIGNED_IN, READY, CUT])));
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `postgres://nobody@127.0.0.1:${(server.address() as AddressInfo).port}/none`;
  });

  afterAll(() => new Promise((resolve) => server.close(resolve)));

  it('fails the statement and leaves the process alive', async () => {
    const database = createDataSource({ url, role: 'app', poolSize: 1 });
    await expect(database.initialize()).rejects.toThrow(/terminat|ended|not queryable/i);
  });
});
