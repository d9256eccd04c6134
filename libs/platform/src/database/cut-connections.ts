import type { ClientBase } from 'pg';

/**
 * For the `onConnect` of every pool. The pool hands a new connection out with nobody listening for its errors until
 * whoever asked for it runs on; a database that cuts it in that instant would end this process. Nothing is hidden:
 * the first statement on such a connection fails, and its caller answers for that.
 */
export function outliveCut(client: ClientBase): void {
  client.on('error', () => undefined);
}
