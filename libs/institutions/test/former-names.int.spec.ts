import { systemCaller } from '@zhaoguan/contracts';
import { AmendInstitution, InstitutionStore, type Institution } from '@zhaoguan/institutions';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { buildInstitution } from './institution.builder';

describe('an institution that has changed its name', () => {
  let app: TestApp;
  let registrar: TestPerson;
  let renamed: Institution;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    registrar = await app.person('REGISTRAR');
    renamed = await buildInstitution(app.nest, { name: '示例·琥珀养老院' });
    await rename('示例·珊瑚养老院');
    await rename('示例·珍珠养老院');
  });
  afterAll(() => app.stop());

  const rename = (name: string) => {
    app.clock.advance(60_000);
    return app.nest.get(UnitOfWork).run(systemCaller('test'), async (tx) => {
      const facts = await app.nest.get(InstitutionStore).getForUpdate(tx, renamed.id);
      await app.nest.get(AmendInstitution).execute(tx, renamed.id, { ...facts, name }, ['/institution/name']);
    });
  };

  const inConsole = async (query: object, person = registrar) =>
    (await app.as(person).get('/api/v1/institutions').query(query).expect(200)).body.items as object[];
  const inPublic = async (query: object) =>
    (await app.http.get('/api/v1/public/institutions').query(query).expect(200)).body.items as object[];

  it.each(['琥珀', '珊瑚', '珍珠'])('is found by %s, in the console and by the public', async (q) => {
    const found = {
      id: renamed.id,
      name: '示例·珍珠养老院',
      formerNames: ['示例·珊瑚养老院', '示例·琥珀养老院'],
    };
    expect(await inConsole({ q })).toMatchObject([found]);
    expect(await inPublic({ q })).toMatchObject([found]);
    const page = await app.http.get('/institutions').query({ q }).expect(200);
    expect(page.text).toContain('曾用名：示例·珊瑚养老院、示例·琥珀养老院');
    const { body } = await app.as(registrar).get('/api/v1/search').query({ q }).expect(200);
    expect(JSON.stringify(body)).toContain(renamed.id);
  });

  it('is found once, and only where the other conditions fit', async () => {
    expect(await inPublic({ q: '养老院' })).toHaveLength(1);
    expect(await inPublic({ q: '琥珀', kind: 'CHILDCARE' })).toEqual([]);
    expect(await inPublic({ q: '琥珀', district: '500000' })).toEqual([]);
    expect(await inPublic({ q: '琥珀', district: '610100', grade: 'B' })).toHaveLength(1);
    expect(await inConsole({ q: '琥珀', grade: 'D' })).toEqual([]);
    const elsewhere = await app.person('REGISTRAR', { districts: ['500152'] });
    expect(await inConsole({ q: '琥珀' }, elsewhere)).toEqual([]);
  });

  it('has no former name that is its name again', async () => {
    await rename('示例·琥珀养老院');
    expect(await inPublic({ q: '琥珀' })).toMatchObject([
      { formerNames: ['示例·珍珠养老院', '示例·珊瑚养老院'] },
    ]);
    expect(await inConsole({ q: '珍珠' })).toMatchObject([
      { name: '示例·琥珀养老院', formerNames: ['示例·珍珠养老院', '示例·珊瑚养老院'] },
    ]);
  });
});
