import { FixedClock } from '@zhaoguan/kernel';
import { TestApp } from '@zhaoguan/testing';
import type { AddressInfo } from 'node:net';
import { Journal } from '../src/demo/registration/journal';
import { play } from '../src/demo/registration/tell-registration';
import { STORIES } from '../src/demo/registration/stories';

describe('the registration side of the demo county', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    await app.nest.listen(0, '127.0.0.1');
  });
  afterAll(() => app.stop());
  it('plays', async () => {
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    const journal = Journal.open(app.config.dataDir, '2026-11-20' as never)!;
    const t = performance.now();
    await play(app.nest, {
      journal,
      clock: app.clock,
      base: `http://127.0.0.1:${port}`,
      dataDir: app.config.dataDir,
    });
    console.log(performance.now() - t, STORIES.length, FixedClock.name);
  }, 120_000);
});
