import { WindowScene } from '../../filings/test/window-scene.builder';
import { Ear } from './notified.builder';

describe('what is handed in at the window', () => {
  let scene: WindowScene;
  let ear: Ear;
  beforeAll(async () => {
    scene = await WindowScene.start({ worker: true });
    const { applicant, official, colleague, elsewhere, health } = scene;
    ear = new Ear(scene.app, { applicant, official, colleague, elsewhere, health });
  });
  afterAll(() => scene.app.stop());

  it('is told to those who may decide it, and not to the official who handed it in, nor after a return', async () => {
    const { id } = await scene.submitted();
    expect(await ear.listen()).toEqual({
      applicant: ['FILING_BEGUN_AT_WINDOW', 'FILING_SUBMITTED_AT_WINDOW'],
      colleague: ['FILING_SUBMITTED'],
    });
    const reasons = [{ pointer: '/institution/address', message: '住所应写到门牌号' }];
    await scene.filings.act(scene.colleague, id, 'return', { reasons });
    expect(await ear.listen()).toEqual({
      applicant: ['FILING_RETURNED'],
      official: ['FILING_OUTCOME_AT_WINDOW'],
    });
    await scene.filings.act(scene.official, id, 'submit');
    expect(await ear.listen()).toEqual({
      applicant: ['FILING_SUBMITTED_AT_WINDOW'],
      colleague: ['FILING_SUBMITTED'],
    });
    await scene.filings.act(scene.colleague, id, 'accept');
    expect(await ear.listen()).toEqual({
      applicant: ['FILING_ACCEPTED'],
      official: ['FILING_OUTCOME_AT_WINDOW'],
    });
  });

  it('is told to who entered it as well when its applicant takes it back, and to the applicant when it is done for them', async () => {
    const own = await scene.submitted();
    await ear.listen();
    await scene.filings.act(scene.applicant, own.id, 'withdraw');
    expect(await ear.listen()).toEqual({
      colleague: ['FILING_WITHDRAWN'],
      official: ['FILING_OUTCOME_AT_WINDOW'],
    });
    const done = await scene.submitted();
    await ear.listen();
    await scene.filings.act(scene.official, done.id, 'withdraw', { reason: '申请人当面提出撤回' });
    expect(await ear.listen()).toEqual({ applicant: ['FILING_WITHDRAWN'], colleague: ['FILING_WITHDRAWN'] });
  });
});
