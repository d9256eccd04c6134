import { createServer } from 'node:net';

/** Asks before anything is started or migrated, so that a taken port leaves nothing half done. @throws EADDRINUSE, EACCES */
export async function assertPortFree(port: number, host: string): Promise<void> {
  const probe = createServer();
  await new Promise<void>((resolve, reject) => {
    probe.once('error', reject);
    probe.listen({ port, host, exclusive: true }, resolve);
  });
  await new Promise((resolve) => probe.close(resolve));
}
