import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from './filing.builder';

const ASKED = { department: 'fire', question: '请就消防安全条件提出意见', materials: ['COMMITMENT_LETTER'] };
const MOVED = '陕西省西安市长安区郭杜街道示例新路18号';

describe('an opinion on a filing that was returned and handed in again', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let fire: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    fire = await app.person('ADVISER', { departments: ['fire'] });
  });
  afterAll(() => app.stop());

  const read = async (person: TestPerson, path: string) =>
    (await app.as(person).get(`/api/v1/${path}`).expect(200)).body;
  const linesFor = async (person: TestPerson, id: string) =>
    (await read(person, `filings/${id}/opinions`)).items;
  const ask = async (id: string): Promise<string> => {
    const { body } = await app.as(registrar).post(`/api/v1/filings/${id}/opinions`).send(ASKED).expect(201);
    return (body.items as { id: string; status: string }[]).find(({ status }) => status === 'ASKED')!.id;
  };
  const answer = (opinion: string) =>
    app.as(fire).post(`/api/v1/opinions/${opinion}/answer`).send({ answer: 'AGREE' }).expect(200);
  const giveBack = (id: string) =>
    filings.act(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
  const handInAgain = async (id: string, institution: object, materials: readonly string[] = []) => {
    const { version } = await read(operator, `filings/${id}`);
    const { body } = await app
      .as(operator)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution })
      .expect(200);
    await filings.upload(operator, body, materials);
    await filings.act(operator, id, 'submit');
  };

  it('on a change shows first what would be changed, old beside new', async () => {
    const first = await filings.accepted(operator, registrar);
    const begun = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({
        type: 'CHANGE',
        kind: 'ELDERLY_CARE',
        institutionId: first.institutionId,
        institution: { capacity: 130 },
      })
      .expect(201);
    await filings.upload(operator, begun.body);
    await filings.act(operator, begun.body.id, 'submit');
    const opinion = await ask(begun.body.id);
    expect(await read(fire, `opinions/${opinion}`)).toMatchObject({
      typeLabel: '变更备案',
      amendments: [{ label: '床位数', old: '120 张', new: '130 张' }],
    });
    await answer(opinion);
    expect(await read(fire, `opinions/${opinion}`)).toMatchObject({ amendments: null, application: [] });
    const { id } = await filings.submitted(operator);
    expect(await read(fire, `opinions/${await ask(id)}`)).toMatchObject({
      typeLabel: '首次备案',
      amendments: null,
    });
  });

  it('says of which submission it speaks and what is different since, until the department is asked again', async () => {
    const { id } = await filings.submitted(operator);
    const opinion = await ask(id);
    expect(await read(fire, `opinions/${opinion}`)).toMatchObject({
      round: 1,
      lastRound: 1,
      withApplicant: false,
    });
    await giveBack(id);
    expect(await read(fire, `opinions/${opinion}`)).toMatchObject({ round: 1, withApplicant: true });
    await answer(opinion);
    expect(await linesFor(registrar, id)).toMatchObject([{ round: 1, changedSince: [] }]);

    await handInAgain(id, { address: MOVED });
    const [late] = await linesFor(registrar, id);
    expect(late).toMatchObject({ answerLabel: '同意', round: 1, changedSince: ['住所（服务场所地址）'] });
    // While it is open the applicant learns nothing of what is held against what.
    expect(await linesFor(operator, id)).toMatchObject([{ round: 1, answer: null, changedSince: [] }]);

    const again = await ask(id);
    expect(await read(fire, `opinions/${again}`)).toMatchObject({ round: 2, lastRound: 2 });
    expect((await read(fire, `opinions/${again}`)).application).toContainEqual(
      expect.objectContaining({ value: MOVED }),
    );
    await answer(again);
    expect(await linesFor(registrar, id)).toMatchObject([
      { round: 1, changedSince: [] },
      { round: 2, changedSince: [] },
    ]);
  });

  it('stands in its place also when it was not answered yet, and after the decision for the applicant', async () => {
    const { id } = await filings.submitted(operator);
    const opinion = await ask(id);
    await giveBack(id);
    await handInAgain(id, { address: '陕西省西安市长安区郭杜街道示例新路20号', capacity: 96 });
    expect(await read(fire, `opinions/${opinion}`)).toMatchObject({
      round: 1,
      lastRound: 2,
      withApplicant: false,
    });
    const changedSince = ['住所（服务场所地址）', '床位数'];
    expect(await linesFor(registrar, id)).toMatchObject([{ status: 'ASKED', round: 1, changedSince }]);
    await answer(opinion);
    await filings.act(registrar, id, 'accept');
    expect(await linesFor(operator, id)).toMatchObject([{ answerLabel: '同意', round: 1, changedSince }]);
  });

  it('is about what there is where nothing of it was changed', async () => {
    const { id } = await filings.submitted(operator);
    await answer(await ask(id));
    await giveBack(id);
    await handInAgain(id, {});
    expect(await linesFor(registrar, id)).toMatchObject([{ round: 1, changedSince: [] }]);
  });
});
