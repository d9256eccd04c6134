/** @jest-environment node */
import { behavesAsAQueue } from './jobs.behaviour';
import { PlatformApp } from './platform-app';

describe('jobs on PostgreSQL', () => {
  behavesAsAQueue({ redis: false });

  it('keeps them in tables of the application role', async () => {
    const app = await PlatformApp.open();
    await app.queues.addBulk([{ name: 'platform.sweep', payload: {}, jobId: 'kept-1' }]);
    expect(await app.queues.fateOf('platform.sweep', 'kept-1')).toEqual({ state: 'held' });
    expect(await app.queues.fateOf('platform.sweep', 'kept-2')).toEqual({ state: 'lost' });
    await app.stop();
  });
});
