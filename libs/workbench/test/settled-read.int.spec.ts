import { RatedBuilder } from '../../feedback/test/rated.builder';
import { TestApp } from '@zhaoguan/testing';

describe('a notification that was read before its matter was done', () => {
  let app: TestApp;
  beforeAll(async () => {
    app = await TestApp.start();
  });
  afterAll(() => app.stop());

  it('says like any other that it is done', async () => {
    const rated = new RatedBuilder(app);
    const registrar = await app.person('REGISTRAR');
    const reviewer = await app.person('REVIEWER');
    const { followUpId } = await rated.badlyRated(await app.person('OPERATOR'), registrar);
    await app.idle();
    const notice = async () => {
      const { body } = await app.as(reviewer).get('/api/v1/notifications').expect(200);
      return body.items[0] as { id: number; readAt: string | null; doneAt: string | null };
    };
    const { id } = await notice();
    await app
      .as(reviewer)
      .post('/api/v1/notifications/read')
      .send({ ids: [id] })
      .expect(200);
    expect(await notice()).toMatchObject({ readAt: expect.any(String), doneAt: null });
    await rated.handle(reviewer, followUpId, 'contact', '示例·已电话回访');
    await app.idle();
    // It still waits to be concluded.
    expect(await notice()).toMatchObject({ doneAt: null });
    await rated.handle(reviewer, followUpId, 'resolve', '示例·已当面说明');
    await app.idle();
    expect(await notice()).toMatchObject({ id, readAt: expect.any(String), doneAt: expect.any(String) });
  });
});
