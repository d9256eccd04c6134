import { createServer, type Server, type Socket } from 'node:net';
import type { AppConfig } from '@zhaoguan/platform';
import { WebhookSender } from '../src/jobs/webhook-sender';

const CONFIG = { exchangeNetworks: [], demo: true } as Pick<
  AppConfig,
  'exchangeNetworks' | 'demo'
> as AppConfig;

/** A partner that says these very bytes to whatever it is sent, and keeps the connection or ends it. */
async function partner(says: string, ends: boolean): Promise<{ url: string; close: () => Promise<void> }> {
  const sockets = new Set<Socket>();
  const server: Server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.once('data', () => {
      socket.write(says);
      if (ends) socket.end();
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');
  return {
    url: `http://127.0.0.1:${address.port}/hook`,
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

describe('the sender of webhooks', () => {
  it.each([
    ['HTTP/1.1 204 No Content\r\n\r\n', false, null],
    ['HTTP/1.1 503 Busy\r\ncontent-length: 0\r\n\r\n', false, 'HTTP 503'],
    ['HTTP/1.1 302 Found\r\nlocation: http://127.0.0.1/\r\ncontent-length: 0\r\n\r\n', false, 'HTTP 302'],
    ['HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n', false, 'CLOSED'],
    ['no http at all\r\n\r\n', true, 'HPE_INVALID_CONSTANT'],
    ['', true, 'ECONNRESET'],
  ])('comes to an end when the partner says %j', async (says, ends, failure) => {
    const { url, close } = await partner(says, ends);
    try {
      const sent = new WebhookSender(CONFIG).send({ url, body: '{}', headers: {} });
      expect(await sent).toBe(failure);
    } finally {
      await close();
    }
  });
});
