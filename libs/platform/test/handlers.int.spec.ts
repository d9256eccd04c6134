/** @jest-environment node */
import { Injectable } from '@nestjs/common';
import type { JobName } from '@zhaoguan/contracts';
import { JobRunner, OnJob, type JobRun } from '../src';
import { declareJob, PlatformApp } from './platform-app';

declareJob('test.one');

@Injectable()
class First {
  @OnJob('test.one' as JobName)
  async one(run: JobRun<JobName>): Promise<void> {
    await run.complete(async () => undefined);
  }
}
@Injectable()
class Second extends First {}
@Injectable()
class Hasty {
  @OnJob('test.one' as JobName)
  async one(run: JobRun<JobName>): Promise<void> {
    await run.complete(async () => undefined);
    await run.complete(async () => undefined);
  }
}
@Injectable()
class Swallowing {
  @OnJob('test.one' as JobName)
  async one(run: JobRun<JobName>): Promise<void> {
    await run
      .complete(async () => {
        throw new Error('lost');
      })
      .catch(() => 'never mind');
  }
}

describe('job handlers', () => {
  const opened: PlatformApp[] = [];
  afterAll(async () => {
    for (const app of opened) await app.stop();
  });
  const runnerWith = async (...providers: (new () => object)[]): Promise<JobRunner> => {
    const app = await PlatformApp.open({ providers });
    opened.push(app);
    return app.nest.get(JobRunner);
  };

  it('refuses to start without a handler for a declared job', async () => {
    await expect((await runnerWith()).start()).rejects.toThrow('no @OnJob handler for: test.one');
  });

  it('refuses to start with two handlers for one job', async () => {
    await expect((await runnerWith(First, Second)).start()).rejects.toThrow('job test.one has two handlers');
  });

  it('refuses a delivery of a job that nobody knows', async () => {
    const runner = await runnerWith(First);
    await runner.start();
    await expect(runner.run('test.other', 'x-1', {})).rejects.toThrow('unknown job test.other');
  });

  it('refuses a handler that completes its job twice', async () => {
    const runner = await runnerWith(Hasty);
    await runner.start();
    await expect(runner.run('test.one', 'x-2', {})).rejects.toThrow('completed its job twice');
  });

  it('does not take a job for done whose completion failed and was swallowed', async () => {
    const runner = await runnerWith(Swallowing);
    await runner.start();
    await expect(runner.run('test.one', 'x-3', {})).rejects.toThrow('without completing');
  });
});
