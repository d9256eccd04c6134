import { assertRedisAnswers, StartError } from '@zhaoguan/platform';

describe('asking Redis before the start', () => {
  it('names REDIS_URL when nobody answers there, and never shows the password', async () => {
    const failure = await assertRedisAnswers('redis://:hidden@127.0.0.1:1').catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(StartError);
    expect((failure as Error).message).toContain('REDIS_URL');
    expect((failure as Error).message).toContain('ECONNREFUSED');
    expect((failure as Error).message).not.toContain('hidden');
  });
});
