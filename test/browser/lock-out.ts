import type { TestApp, TestPerson } from '@zhaoguan/testing';

/** As many wrong passwords as stop further sign-ins from places that were never used. */
export async function lockOut(app: TestApp, { username }: Pick<TestPerson, 'username'>): Promise<void> {
  for (let i = 0; i < 5; i += 1) {
    await app.http.post('/api/v1/auth/login').send({ username, password: `wrong-${i}-pass` });
  }
}
