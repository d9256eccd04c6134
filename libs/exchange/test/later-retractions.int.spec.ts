import { LaterCases, PAUSE, codesOf } from './later-case.builder';

interface Retractions {
  readonly items: { id: string; status: string; answer: string | null; availableActions: string[] }[];
  readonly offer: { as: string; effectiveOn: string } | null;
}

describe('partner platforms, of what they handed in, was accepted and is not in force,', () => {
  let cases: LaterCases;
  let scene: LaterCases['scene'];
  beforeAll(async () => {
    cases = await LaterCases.start();
    ({ scene } = cases);
  });
  afterAll(() => cases.stop());

  const accepted = async () => {
    const { first } = await cases.filed();
    const notice = { ...PAUSE, startsOn: cases.day(20), endsOn: cases.day(90), refundBy: cases.day(90) };
    return { first, reference: await cases.settled('SUSPENSION', first, { notice }) };
  };
  const ask = (reference: string, by = cases.partner) =>
    scene.send(by, 'POST', `/filings/${reference}/retractions`, { reason: '示例·改造提前完成' });
  const read = async (reference: string) =>
    (await scene.send(cases.partner, 'GET', `/filings/${reference}/retractions`).expect(200))
      .body as Retractions;
  const answer = async (reference: string, act: 'grant' | 'decline', body: object = {}) => {
    const { body: filing } = await scene.send(cases.partner, 'GET', `/filings/${reference}`).expect(200);
    const last = (await read(reference)).items.at(-1);
    const path = `/api/v1/filings/${(filing as { id: string }).id}/retractions/${last?.id}/${act}`;
    await scene.app.as(cases.registrar).post(path).send(body).expect(200);
  };

  it('ask for it to be taken back, end the request, ask again, and are told of either answer with its paper', async () => {
    const { first, reference } = await accepted();
    expect(await read(reference)).toMatchObject({
      items: [],
      offer: { as: 'APPLICANT', effectiveOn: cases.day(20) },
    });
    const { body: asked } = await ask(reference).expect(201);
    const [request] = (asked as Retractions).items;
    expect(request).toMatchObject({ status: 'ASKED', availableActions: ['takeBack'] });
    expect(codesOf(await ask(reference).expect(409))).toEqual(['RETRACTION_ASKED_ALREADY']);
    const ended = `/filings/${reference}/retractions/${request?.id}/take-back`;
    await scene.send(cases.partner, 'POST', ended, {}).expect(200);
    await ask(reference).expect(201);
    await answer(reference, 'decline', { reason: '老年人已经全部转出' });
    expect((await read(reference)).items.at(-1)).toMatchObject({
      answer: '老年人已经全部转出',
      askedByName: null,
      endedByName: null,
    });
    await ask(reference).expect(201);
    await answer(reference, 'grant');

    const { filingNumber } = (await cases.told(first))[1] ?? {};
    const same = { status: 'ACCEPTED', filingNumber, institutionStatus: null };
    expect((await cases.told(reference)).slice(2)).toMatchObject([
      { ...same, event: 'filing.retraction-declined', seq: 3, paper: { kind: 'RETRACTION_REFUSAL' } },
      { ...same, event: 'filing.retracted', seq: 4, paper: { kind: 'RETRACTION_GRANT' } },
    ]);
    expect((await cases.told(first)).slice(2)).toMatchObject([
      { event: 'institution.suspended', effectiveOn: cases.day(20) },
      { event: 'institution.status-retracted', institutionStatus: 'OPERATING', effectiveOn: cases.day(0) },
    ]);
    const { body } = await scene.send(cases.partner, 'GET', `/filings/${reference}/papers`).expect(200);
    const kinds = (body as { items: { kind: string }[] }).items.map(({ kind }) => kind);
    expect(kinds).toEqual(expect.arrayContaining(['RETRACTION_REFUSAL', 'RETRACTION_GRANT']));
  });

  it('ask for nothing of another platform, of a first filing, or without a reason', async () => {
    const { first, reference } = await accepted();
    const other = await scene.register({ name: '示例·另一平台' });
    await ask(reference, other).expect(404);
    await scene.send(other, 'GET', `/filings/${reference}/retractions`).expect(404);
    expect(codesOf(await ask(first).expect(409))).toEqual(['NOT_RETRACTABLE']);
    const silent = await scene
      .send(cases.partner, 'POST', `/filings/${reference}/retractions`, { reason: ' ' })
      .expect(422);
    expect(codesOf(silent)[1]).toContain('/reason');
  });
});
