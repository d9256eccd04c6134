import { startEmbeddedPostgres } from '../../../libs/platform/src/embedded-postgres';

/** Started by the fault tests as a process of its own: owns a database and says so, until it is killed. */
async function main(dataDir: string): Promise<void> {
  const database = await startEmbeddedPostgres({
    dataDir,
    database: 'zhaoguan',
    superuser: 'zhaoguan',
    log: () => undefined,
  });
  process.stdout.write(`${JSON.stringify({ pid: database.pid, url: database.url })}\n`);
  process.once('SIGTERM', () => void database.stop().then(() => process.exit(0)));
  setInterval(() => undefined, 60_000);
}

void main(process.argv[2] ?? '').catch((error: unknown) => {
  process.stderr.write(`${String(error)}\n`);
  process.exit(1);
});
