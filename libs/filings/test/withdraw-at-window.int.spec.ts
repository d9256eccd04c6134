import { WindowScene } from './window-scene.builder';

const ASKED = { reason: '申请人当面提出，填写了撤回申请书' };

describe('taking back at the window what was handed in there', () => {
  let scene: WindowScene;
  beforeAll(async () => {
    scene = await WindowScene.start({ worker: true });
  });
  afterAll(() => scene.app.stop());

  const withdraw = (id: string, by = scene.official, body: object = ASKED) =>
    scene.app.as(by).post(`/api/v1/filings/${id}/withdraw`).send(body);
  const actions = async (id: string, by = scene.official): Promise<string[]> =>
    (await scene.get(by, id).expect(200)).body.availableActions;
  const told = async (id: string, by = scene.applicant): Promise<string[]> => {
    const { body } = await scene.app.as(by).get('/api/v1/notifications?limit=100').expect(200);
    return (body.items as { type: string; title: string; subject: { id: string } }[])
      .filter(({ type, subject }) => type === 'FILING_WITHDRAWN' && subject.id === id)
      .map(({ title }) => title);
  };

  it('is done by who entered it, who says how that was asked for; applicant and office hear of it', async () => {
    const { id } = await scene.submitted();
    expect(await actions(id)).toEqual(['withdraw']);
    for (const said of [{}, { reason: 'x' }])
      expect((await withdraw(id, scene.official, said).expect(422)).body).toMatchObject({
        code: 'REASON_REQUIRED',
        errors: [{ pointer: '/reason' }],
      });
    expect((await withdraw(id).expect(200)).body.status).toBe('WITHDRAWN');
    await scene.app.idle();
    expect(await told(id)).toEqual([expect.stringContaining('已由窗口代办人代您撤回')]);
    expect(await told(id, scene.colleague)).toEqual([expect.stringContaining('由申请人撤回')]);
    expect(await told(id, scene.official)).toEqual([]);
  });

  it('is no act of a colleague, and of nobody at the window once the applicant goes on alone', async () => {
    const { id } = await scene.submitted();
    await withdraw(id, scene.colleague).expect(403);
    await scene.app.as(scene.applicant).post(`/api/v1/filings/${id}/assistance/end`).expect(200);
    expect(await actions(id)).toEqual([]);
    expect((await withdraw(id).expect(403)).body.code).toBe('ASSISTANCE_ENDED');
    expect(await actions(id, scene.applicant)).toEqual(['withdraw']);
    await withdraw(id, scene.applicant, {}).expect(200);
  });

  it('is not done for an account that nobody can read any more, while the authority goes on in its own name', async () => {
    const { id } = await scene.submitted();
    const setDisabled = (at: string) =>
      scene.app.database.query(`update access.person set disabled_at = ${at} where id = $1`, [
        scene.applicant.id,
      ]);
    await setDisabled('now()');
    expect((await withdraw(id).expect(409)).body).toMatchObject({
      code: 'APPLICANT_DISABLED',
      detail: expect.stringContaining('由主管机关退回补正或者依法作出决定'),
    });
    expect((await scene.get(scene.colleague, id)).body.status).toBe('SUBMITTED');
    const refused = { reason: '示例·申请人已经注销' };
    expect(await scene.filings.act(scene.colleague, id, 'refuse', refused)).toMatchObject({
      status: 'REFUSED',
    });
    await setDisabled('null');
    await withdraw((await scene.submitted()).id).expect(200);
  });

  it('is all that is theirs to do while it lies with the authority', async () => {
    const filing = await scene.submitted();
    expect((await scene.edit(scene.official, filing, { capacity: 99 })).status).toBe(403);
    expect((await scene.get(scene.official, filing.id)).body.editable).toBe(false);
  });
});
