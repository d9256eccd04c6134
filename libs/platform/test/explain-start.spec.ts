import { createServer, type AddressInfo } from 'node:net';
import { Client } from 'pg';
import { explainStart, loadConfig, StartError } from '@zhaoguan/platform';

async function failureOf(work: () => unknown): Promise<unknown> {
  try {
    await work();
  } catch (error) {
    return error;
  }
  throw new Error('nothing failed');
}

describe('what is printed when a process does not start', () => {
  it('names the setting that is wrong, without a stack', async () => {
    const text = explainStart(await failureOf(() => loadConfig({ PORT: 'abc', REDIS_URL: 'http://x' })));
    expect(text).toContain('PORT');
    expect(text).toContain('REDIS_URL');
    expect(text).not.toContain('    at ');
  });

  it('names PORT when the port is taken', async () => {
    const first = createServer();
    await new Promise<void>((resolve) => first.listen(0, '127.0.0.1', resolve));
    const { port } = first.address() as AddressInfo;
    const second = createServer();
    const failure = await failureOf(
      () =>
        new Promise((resolve, reject) => {
          second.once('error', reject);
          second.listen(port, '127.0.0.1', () => resolve(undefined));
        }),
    );
    await new Promise((resolve) => first.close(resolve));
    expect(explainStart(failure)).toContain(`端口 ${port} 已被占用（PORT）`);
  });

  it('names DATABASE_URL when nobody answers there, and never shows the password', async () => {
    const client = new Client({ connectionString: 'postgres://owner:hidden@127.0.0.1:1/none' });
    const text = explainStart(await failureOf(() => client.connect()));
    expect(text).toContain('DATABASE_URL');
    expect(text).not.toContain('hidden');
  });

  it('shows what a person wrote as it is, and the stack of everything else', () => {
    expect(explainStart(new StartError('请先停止它。'))).toBe('请先停止它。');
    expect(explainStart(new Error('unforeseen'))).toContain('    at ');
  });
});
