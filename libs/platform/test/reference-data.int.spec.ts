/** @jest-environment node */
import { ReferenceData } from '../src';
import { PlatformApp } from './platform-app';

describe('ReferenceData', () => {
  it('answers transactions that hold every connection of the pool', async () => {
    const app = await PlatformApp.open({ env: { DATABASE_POOL_SIZE: '2' } });
    try {
      const reference = app.nest.get(ReferenceData);
      let open = 0;
      let allHold: () => void;
      const all = new Promise<void>((resolve) => (allHold = resolve));
      const inTransaction = (): Promise<number> =>
        app.run(async () => {
          open += 1;
          if (open === 2) allHold();
          await all;
          return (await reference.districts()).size;
        });
      const [first, second] = await Promise.all([inTransaction(), inTransaction()]);
      expect(first).toBeGreaterThan(0);
      expect(second).toBe(first);
    } finally {
      await app.stop();
    }
  });
});
