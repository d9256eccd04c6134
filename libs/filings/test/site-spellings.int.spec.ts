import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

describe('a site whose address is written in another way', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let first: TestPerson;
  let second: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ worker: false });
    filings = new FilingBuilder(app);
    first = await app.person('OPERATOR');
    second = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const ready = async (by: TestPerson, address: string, township?: string) =>
    filings.upload(
      by,
      await filings.draft(by, 'ELDERLY_CARE', { address, ...(township === undefined ? {} : { township }) }),
    );
  const handIn = async (by: TestPerson, id: string): Promise<[number, string | undefined]> => {
    const { status, body } = await app.as(by).post(`/api/v1/filings/${id}/submit`);
    return [status, (body as { code?: string }).code];
  };

  it('is registered once: province, city and county are named or left out', async () => {
    await filings.accepted(first, registrar, 'ELDERLY_CARE', {
      address: '陕西省西安市长安区韦曲街道拼法路1号',
    });
    for (const address of [
      '韦曲街道拼法路1号',
      '长安区韦曲街道拼法路1号',
      '西安市长安区韦曲街道拼法路１号',
      '长安区韦曲街道办拼法路1号',
      '韦曲街道办事处拼法路1号',
    ]) {
      const { id } = await ready(second, address);
      expect(await handIn(second, id)).toEqual([409, 'DUPLICATE_INSTITUTION']);
    }
    for (const address of ['韦曲街道拼法路11号', '郭杜街道拼法路1号']) {
      const { id } = await ready(second, address);
      expect((await handIn(second, id))[0]).toBe(200);
    }
  });

  it('is the same where its street office was chosen beside the address and not written', async () => {
    await filings.accepted(first, registrar, 'ELDERLY_CARE', { address: '韦曲街道拼法路8号' });
    const { id } = await ready(second, '拼法路8号', '610116001');
    expect(await handIn(second, id)).toEqual([409, 'DUPLICATE_INSTITUTION']);
    const elsewhere = await ready(second, '拼法路8号', '610116002');
    expect((await handIn(second, elsewhere.id))[0]).toBe(200);
  });

  it('is registered once: its street or town is named as the place or as its office', async () => {
    for (const [registered, filed] of [
      ['韦曲街道拼法路5号', '韦曲街道办事处拼法路5号'],
      ['韦曲街道办拼法路6号', '陕西省西安市长安区韦曲街道拼法路6号'],
      ['示例镇人民政府拼法路7号', '长安区示例镇拼法路7号'],
    ] as const) {
      await filings.accepted(first, registrar, 'ELDERLY_CARE', { address: registered });
      const { id } = await ready(second, filed);
      expect(await handIn(second, id)).toEqual([409, 'DUPLICATE_INSTITUTION']);
    }
  });

  it('is filed for once at a time, also by two who hand in at once', async () => {
    const cases = await Promise.all([
      ready(first, '陕西省西安市长安区韦曲街道拼法路2号'),
      ready(second, '韦曲街道拼法路2号'),
      ready(second, '长安区韦曲街道拼法路2号'),
    ]);
    const answers = await Promise.all(cases.map(({ id }, place) => handIn(place === 0 ? first : second, id)));
    expect(answers.map(([status]) => status).sort()).toEqual([200, 409, 409]);
    expect(answers.flatMap(([, code]) => code ?? [])).toEqual(['DUPLICATE_FILING', 'DUPLICATE_FILING']);
  });

  it('is not moved to by another institution of the same code', async () => {
    await filings.accepted(first, registrar, 'ELDERLY_CARE', { address: '韦曲街道拼法路3号' });
    const { institutionId } = await filings.accepted(first, registrar, 'ELDERLY_CARE', {
      address: '陕西省西安市长安区韦曲街道拼法路4号',
    });
    const moved = async (address: string) => {
      const change = await filings.filedAbout(first, institutionId, 'CHANGE', { address });
      const { status, body } = await app.as(registrar).post(`/api/v1/filings/${change.id}/accept`);
      return [status, (body as { code?: string }).code];
    };
    expect(await moved('陕西省西安市长安区韦曲街道拼法路3号')).toEqual([409, 'DUPLICATE_INSTITUTION']);
  });
});
