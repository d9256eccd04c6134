/** `node deploy/healthcheck.mjs /readyz`: 0 when this container's own server answers 2xx. The image has no curl. */
const path = process.argv[2] ?? '/healthz';
const port = process.env['PORT'] ?? '3000';

try {
  const { ok, status } = await fetch(`http://127.0.0.1:${port}${path}`, {
    signal: AbortSignal.timeout(4000),
  });
  if (!ok) process.stderr.write(`${path}: ${status}\n`);
  process.exit(ok ? 0 : 1);
} catch (error) {
  process.stderr.write(`${path}: ${String(error)}\n`);
  process.exit(1);
}
