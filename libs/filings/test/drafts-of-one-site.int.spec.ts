import type { TestPerson } from '@zhaoguan/testing';
import { DRAFTS, ELDERLY_APPLICATION, type FilingAnswer } from './filing.builder';
import { APPLICANT, WindowScene } from './window-scene.builder';

describe('two drafts of one site', () => {
  let scene: WindowScene;
  beforeAll(async () => {
    scene = await WindowScene.start();
  });
  afterAll(() => scene.app.stop());

  const known = async (person: TestPerson, { id }: FilingAnswer) =>
    (await scene.app.as(person).get(`/api/v1/filings/${id}/same-code`).expect(200)).body;
  const atWindow = async (address: string): Promise<FilingAnswer> =>
    (await scene.begin(scene.official, { institution: { ...ELDERLY_APPLICATION, address } }))
      .body as FilingAnswer;

  it('are told to the applicant in each, and where the other one is', async () => {
    const address = `${DRAFTS.ELDERLY_CARE.institution.address}两稿`;
    const [first, second] = [
      await scene.filings.draft(scene.applicant, 'ELDERLY_CARE', { address }),
      await scene.filings.draft(scene.applicant, 'ELDERLY_CARE', { address }),
    ];
    await scene.filings.draft(scene.applicant);
    const draft = { status: 'DRAFT', statusLabel: '草稿' };
    expect((await known(scene.applicant, first)).own).toMatchObject([{ ...draft, id: second.id }]);
    expect((await known(scene.applicant, second)).own).toMatchObject([{ ...draft, id: first.id }]);
  });

  it('are counted to the official at the window, who sees nothing of what the applicant began alone', async () => {
    const address = '示例窗口两稿路1号';
    const own = await scene.filings.draft(scene.applicant, 'ELDERLY_CARE', { address });
    const begun = await atWindow(address);
    expect(await known(scene.official, begun)).toMatchObject({ own: [], draftsUnseen: 1 });
    expect((await known(scene.applicant, own)).own).toMatchObject([{ id: begun.id }]);
    expect((await known(scene.applicant, own)).draftsUnseen).toBe(0);
    await scene.get(scene.official, own.id).expect(404);

    // What the official has begun at the window as well is seen, and is no unseen one.
    const again = await atWindow(address);
    expect(await known(scene.official, again)).toMatchObject({ own: [{ id: begun.id }], draftsUnseen: 1 });
  });

  it('are not told at the window of another site, nor of another applicant', async () => {
    const stranger = await scene.app.person('OPERATOR', { name: APPLICANT });
    const address = '示例窗口两稿路2号';
    await scene.filings.draft(stranger, 'ELDERLY_CARE', { address });
    await scene.filings.draft(scene.applicant, 'ELDERLY_CARE', { address: '示例窗口两稿路3号' });
    expect(await known(scene.official, await atWindow(address))).toMatchObject({ own: [], draftsUnseen: 0 });
  });

  it('are told where one of them has no address yet', async () => {
    const applicant = await scene.app.person('OPERATOR', { name: APPLICANT });
    const own = await scene.filings.draft(applicant);
    const { address: _, ...without } = ELDERLY_APPLICATION;
    const begun = (
      await scene.begin(scene.official, {
        institution: without,
        applicant: { username: applicant.username, name: APPLICANT },
      })
    ).body as FilingAnswer;
    expect(await known(scene.official, begun)).toMatchObject({ own: [], draftsUnseen: 1 });
    expect((await known(applicant, own)).own).toMatchObject([{ id: begun.id, enteredAtWindow: true }]);
    expect((await known(applicant, begun)).own).toMatchObject([{ id: own.id, enteredAtWindow: false }]);
  });

  describe('before the second is begun at the window', () => {
    const CODE = { kind: 'ELDERLY_CARE', uscc: ` ${ELDERLY_APPLICATION.uscc}` };
    const asked = (person: TestPerson, body: object) =>
      scene.app.as(person).post('/api/v1/filings/assisted/same-code').send(body);

    it('are counted where the applicant began them, and led to where the official did', async () => {
      const { username } = await scene.app.person('OPERATOR', { name: APPLICANT });
      const applicant = { username, name: APPLICANT };
      const body = { ...CODE, applicant };
      const told = async (person = scene.official) => (await asked(person, body).expect(200)).body;
      expect(await told()).toMatchObject({ own: [], draftsUnseen: 0, imported: [] });
      const begun = (await scene.begin(scene.official, { applicant })).body as FilingAnswer;
      expect(await told()).toMatchObject({ own: [{ id: begun.id, enteredAtWindow: true }], draftsUnseen: 0 });
      // A colleague does not see it, and is told whose it is; another office is not.
      expect(await told(scene.colleague)).toMatchObject({
        own: [],
        draftsUnseen: 1,
        draftsOfColleagues: [{ name: expect.stringMatching(/./), begunOn: '2026-11-20' }],
      });
      const elsewhere = await scene.app.person('REGISTRAR', { districts: ['610113'] });
      expect(await told(elsewhere)).toMatchObject({ draftsUnseen: 1, draftsOfColleagues: [] });
      const other = { ...DRAFTS.CHILDCARE, applicant };
      expect((await scene.begin(scene.health, other)).status).toBe(201);
      expect(await told()).toMatchObject({ own: [{ id: begun.id }], draftsUnseen: 0 });
    });

    it('are told to nobody who does not know the applicant, nor assists in the kind', async () => {
      const applicant = { username: scene.applicant.username, name: '示例·别的人' };
      const unknown = await asked(scene.official, { ...CODE, applicant }).expect(422);
      expect(unknown.body.code).toBe('APPLICANT_UNKNOWN');
      const known = { ...CODE, applicant: { ...applicant, name: APPLICANT } };
      expect((await asked(scene.health, known).expect(403)).body.code).toBe('WRONG_DEPARTMENT');
      await asked(scene.applicant, known).expect(403);
      await asked(scene.official, { ...known, uscc: '1' }).expect(422);
    });
  });
});
