import { rmSync } from 'node:fs';

export default async function globalTeardown(): Promise<void> {
  const servers = globalThis.zhaoguanTestServers;
  await servers?.redis.stop();
  await servers?.postgres.stop();
  const folder = process.env['ZHAOGUAN_TEST_FOLDER'];
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
}
