import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CONSOLE_POLICY } from '../../apps/api/src/console/serve-console';

/** Behind nginx the console is served by nginx itself: what is tried without it must hold with it. */
describe('the content security policy of the console', () => {
  it('is the same from nginx as from the api', () => {
    const nginx = readFileSync(join(__dirname, '../../deploy/web/nginx.conf'), 'utf8');
    const policies = [...nginx.matchAll(/add_header Content-Security-Policy "([^"]+)"/g)].map(
      ([, policy]) => policy,
    );
    expect(policies).toContain(CONSOLE_POLICY);
  });
});
