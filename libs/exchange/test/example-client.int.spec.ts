import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

const CLIENT = join(__dirname, '../../../docs/guide/exchange-client/client.mjs');

/** Prints what the client says of an answer to one request. */
const ASK = `
  const [client, baseUrl] = process.argv.slice(1);
  const { ExchangeClient } = await import(client);
  const asked = new ExchangeClient({ baseUrl, keyId: 'k', secret: 's' }).get('示例-1');
  process.stdout.write(await asked.then(JSON.stringify, ({ message }) => message));
`;

describe('the example client of the exchange interface', () => {
  let server: Server;
  let answer: { readonly status: number; readonly body: string };
  beforeAll(async () => {
    server = createServer((_, response) => {
      response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
  });
  afterAll(() => server.close());

  const said = async (status: number, body: string): Promise<string> => {
    answer = { status, body };
    const { port } = server.address() as AddressInfo;
    const args = ['--input-type=module', '-e', ASK, CLIENT, `http://127.0.0.1:${port}`];
    return (await promisify(execFile)(process.execPath, args)).stdout;
  };

  it.each([
    [
      'the code and every field that is wrong',
      422,
      '{"code":"VALIDATION_FAILED","detail":"填报有误","errors":[{"pointer":"/name","message":"请填写"}]}',
      '422 VALIDATION_FAILED 填报有误\n/name 请填写',
    ],
    ['a problem whose errors are no list', 409, '{"code":"X","detail":"y","errors":"z"}', '409 X y'],
    ['what a proxy in between answers', 502, '<html>Bad Gateway</html>', '502 <html>Bad Gateway</html>'],
    ['what was asked for', 200, '{"status":"ACCEPTED"}', '{"status":"ACCEPTED"}'],
  ])('tells %s', async (_, status, body, expected) => {
    expect(await said(status, body)).toBe(expected);
  });
});
