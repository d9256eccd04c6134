import { TestApp } from '@zhaoguan/testing';
import { InspectionBuilder } from './inspection.builder';

describe('the accounts of officials while a draw is under way', () => {
  it('are published in numbers: how many were made, changed and reset since the announcement', async () => {
    const app = await TestApp.start();
    const county = await new InspectionBuilder(app).prepare({ inspectors: 2, institutions: 2 });
    const administrator = app.as(await app.person('ADMINISTRATOR'));
    const account = (username: string, roles: readonly string[]) =>
      administrator
        .post('/api/v1/people')
        .send({
          username,
          name: `示例·${username}`,
          roles,
          districts: roles.includes('OPERATOR') ? [] : ['610116'],
          departments: roles.includes('OPERATOR') ? [] : ['civil-affairs'],
          ...(roles.includes('OPERATOR') ? { homeDistrict: '610116' } : {}),
        })
        .expect(201);
    await account('before-it', ['REVIEWER']);
    app.clock.advance(1000);
    const drawId = await county.announce((await county.plan()).id);
    const accounts = async () =>
      (await app.http.get(`/api/v1/public/draws/${drawId}`).expect(200)).body.accounts;
    expect(await accounts()).toEqual({ created: 0, changed: 0, reset: 0 });

    app.clock.advance(1000);
    const { body } = await account('after-it', ['REVIEWER']);
    await account('an-operator', ['OPERATOR']);
    const [inspector] = county.inspectors;
    await administrator.post(`/api/v1/people/${inspector!.id}/reset-password`).expect(200);
    await administrator
      .patch(`/api/v1/people/${body.person.id}`)
      .send({ roles: ['REVIEWER', 'REGISTRAR'] })
      .expect(200);
    // Of another area.
    const elsewhere = app.as(await app.person('ADMINISTRATOR', { districts: ['500152'] }));
    const foreign = { username: 'elsewhere', name: '示例·他处', roles: ['REVIEWER'], districts: ['500152'] };
    await elsewhere
      .post('/api/v1/people')
      .send({ ...foreign, departments: ['civil-affairs'] })
      .expect(201);
    expect(await accounts()).toEqual({ created: 1, changed: 1, reset: 1 });
    const page = await app.http.get(`/draws/${drawId}`).expect(200);
    expect(page.text).toContain(
      '公告以后至今，工作人员账号：新开账号 1 次，变更岗位、辖区或者恢复使用 1 次，重设密码 1 次。',
    );

    await app
      .as(county.reviewer)
      .post(`/api/v1/draws/${drawId}/void`)
      .send({ reason: '示例·名单有误' })
      .expect(200);
    app.clock.advance(1000);
    await account('too-late', ['REVIEWER']);
    expect(await accounts()).toEqual({ created: 1, changed: 1, reset: 1 });
    await app.stop();
  });
});
