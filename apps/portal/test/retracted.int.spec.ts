import { dateInShanghai } from '@zhaoguan/kernel';
import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../../libs/filings/test/filing.builder';
import { REASON, RetractionBuilder } from './retraction.builder';

const DAY = 86_400_000;
const STARTS_ON = '2026-12-20';

describe('what the public reads of what was taken back before its day (撤回)', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  let retractions: RetractionBuilder;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
    retractions = new RetractionBuilder(app, filings, { operator, registrar });
  });
  afterAll(() => app.stop());

  const steps = () =>
    app.nest.get(JobRunner).run('institutions.apply-status-steps', app.clock.now().toISOString(), {});

  it('is told while it is asked that it waits for the answer, and not why', async () => {
    const first = await filings.accepted(operator, registrar);
    const pause = await retractions.told(first, 'SUSPENSION', STARTS_ON);
    const pages = () =>
      Promise.all(
        [`/institutions/${first.institutionId}`, `/receipts/${first.filingNumber}`].map((path) =>
          retractions.page(path),
        ),
      );
    const [before] = await pages();
    expect(before).toContain('这家机构将于2026年12月20日暂停服务，预计2027年6月1日恢复。');
    const { versions } = await retractions.receipt(first.filingNumber);
    await retractions.asked(pause);
    for (const page of await pages()) {
      expect(page).toContain('原定2026年12月20日起暂停服务，机构已申请撤回，主管机关答复以前不执行');
      expect(page).not.toContain(REASON);
    }
    // What was given out stands as it is until the answer.
    expect((await retractions.receipt(first.filingNumber)).versions).toEqual(versions);
  });

  it('goes back to what was before, with the version that holds again, and the one that was taken back beside it', async () => {
    const first = await filings.accepted(operator, registrar);
    const number = first.filingNumber ?? '';
    const change = await filings.filedAbout(operator, first.institutionId, 'CHANGE', { capacity: 150 });
    await filings.act(registrar, change.id, 'accept');
    const pause = await retractions.told(first, 'SUSPENSION', STARTS_ON);
    const held = await retractions.paper(pause, 'RECEIPT');
    const paper = await retractions.grant(pause);
    const taken = { retractedOn: '2026-11-20', retractedBy: paper.number };
    const receipt = await retractions.receipt(number);
    expect(receipt).toMatchObject({
      type: 'CHANGE',
      version: 2,
      capacity: 150,
      versions: [
        { version: 3, type: 'SUSPENSION', ...taken },
        { version: 2, retractedOn: null, retractedBy: null },
        { version: 1, retractedOn: null },
      ],
    });
    expect(receipt).not.toHaveProperty('retractedOn');

    const said = `已于2026年11月20日准予撤回，不再有效，见${paper.number}`;
    const page = await retractions.page(`/receipts/${number}`);
    expect(page).toContain(`第3版回执（暂停服务）${said}。`);
    expect(page).toContain('现行回执第2版（变更备案）');
    expect(page).toContain('以前的回执（已由现行回执代替）第1版，首次备案');
    expect(page).toMatch(
      new RegExp(
        `已经准予撤回的回执（所记载的事项没有生效）第3版，暂停服务，[^，]+，2026年11月20日，${said}，`,
      ),
    );
    expect(page).toContain('与下面已经准予撤回的相同的，是本站出具的，不再有效，都不相同的不是真的');
    expect(page).toContain(held.file.sm3);
    expect(page).not.toMatch(/将于|服务状态/);
    expect(page).not.toContain(REASON);

    const institution = await retractions.page(`/institutions/${first.institutionId}`);
    expect(institution).not.toMatch(/将于|暂停服务|撤回/);
    const { body } = await app.http.get(`/api/v1/public/institutions/${first.institutionId}`).expect(200);
    expect(body).toMatchObject({ status: 'OPERATING', statusStep: null });

    app.clock.advance(31 * DAY);
    await steps();
    expect(await retractions.page(`/institutions/${first.institutionId}`)).not.toContain('暂停服务');
    // A receipt that is given out afterwards takes the place of the one in force.
    const again = await filings.filedAbout(operator, first.institutionId, 'CHANGE', { capacity: 160 });
    await filings.act(registrar, again.id, 'accept');
    expect(await retractions.receipt(number)).toMatchObject({ version: 4, capacity: 160 });
    const later = await retractions.page(`/receipts/${number}`);
    expect(later).not.toContain('第3版回执（');
    expect(later).toContain(`第3版，暂停服务`);
  });

  it('finds the receipt and the paper of it genuine, and the receipt in force no more', async () => {
    const first = await filings.accepted(operator, registrar);
    const closure = await retractions.told(first, 'CLOSURE', '2027-03-01');
    const [receipt, before] = [
      await retractions.paper(closure, 'RECEIPT'),
      await retractions.paper(first, 'RECEIPT'),
    ];
    expect((await retractions.check({ sm3: before.file.sm3 })).paper).toMatchObject({ endedAs: 'REPLACED' });
    const paper = await retractions.grant(closure);
    const on = (await retractions.receipt(first.filingNumber)).versions[0].retractedOn as string;
    expect((await retractions.check({ sm3: receipt.file.sm3 })).paper).toMatchObject({
      version: 2,
      endedAs: 'RETRACTED',
      supersededBy: paper.number,
      endedOn: on,
      standing: { status: 'OPERATING', statusStep: null },
    });
    expect((await retractions.check({ sm3: before.file.sm3 })).paper).toMatchObject({
      version: 1,
      endedAs: null,
      supersededBy: null,
    });
    expect(await retractions.page('/papers', { sm3: receipt.file.sm3 })).toMatch(
      /2026年\d+月\d+日在生效以前已准予撤回，不再有效，见[^，]+准回〔2026〕\d+号/,
    );

    const told = {
      title: '养老机构终止服务备案准予撤回告知书',
      addressee: '示例·长安颐养院',
      isPublic: true,
    };
    expect((await retractions.check({ number: paper.number })).paper).toMatchObject({
      ...told,
      endedAs: null,
    });
    const code = /\/papers\/(\S{19})/.exec(await retractions.words(closure, paper))?.[1] ?? '';
    expect((await retractions.check({ code })).paper).toMatchObject(told);
    const page = await retractions.page('/papers', { number: paper.number });
    expect(page).toContain(`文书${told.title}文号${paper.number}`);
    expect(page).toContain('现行有效');
    expect(page).not.toContain(REASON);
  });

  it('says of an older paper what has become of the institution and of the receipt that stood again', async () => {
    const first = await filings.accepted(operator, registrar);
    const number = first.filingNumber ?? '';
    const pause = await retractions.told(first, 'SUSPENSION', '2027-05-01');
    const paper = await retractions.grant(pause);
    const restored = { number, version: 1, endedAs: null, supersededBy: null, endedOn: null };
    expect((await retractions.check({ number: paper.number })).paper.standing).toMatchObject({
      regime: 'FILING',
      status: 'OPERATING',
      restored,
    });
    expect(await retractions.page('/papers', { number: paper.number })).toContain(
      `恢复有效的回执${number}（第1版），现行有效`,
    );

    await retractions.told(first, 'CLOSURE', dateInShanghai(app.clock.now()));
    await steps();
    expect((await retractions.check({ number: paper.number })).paper).toMatchObject({
      endedAs: null,
      standing: {
        status: 'CLOSED',
        restored: { ...restored, endedAs: 'REPLACED', supersededBy: '第3版' },
      },
    });
    const page = await retractions.page('/papers', { number: paper.number });
    expect(page).toContain('现行有效■已终止');
    expect(page).toContain(`恢复有效的回执${number}（第1版），已由第3版代替`);
    const { paper: receipt } = await retractions.check({
      sm3: (await retractions.paper(first, 'RECEIPT')).file.sm3,
    });
    expect(receipt).toMatchObject({ endedAs: 'REPLACED', supersededBy: '第3版' });
  });

  it('tells nobody but who holds the paper that it was declined, and leaves everything as it was', async () => {
    const first = await filings.accepted(operator, registrar);
    const pause = await retractions.told(first, 'SUSPENSION', '2027-03-01');
    const institution = await retractions.page(`/institutions/${first.institutionId}`);
    const receipt = await retractions.receipt(first.filingNumber);
    const paper = await retractions.decline(pause, '示例·老年人已经全部转出');
    expect(await retractions.page(`/institutions/${first.institutionId}`)).toBe(institution);
    expect(await retractions.receipt(first.filingNumber)).toEqual(receipt);
    expect(await retractions.check({ number: paper.number })).toEqual({ genuine: false });
    const code = /\/papers\/(\S{19})/.exec(await retractions.words(pause, paper))?.[1] ?? '';
    const { paper: checked } = await retractions.check({ code });
    expect(checked).toMatchObject({
      title: '养老机构暂停服务备案不予撤回告知书',
      isPublic: false,
      addressee: null,
    });
    const page = await retractions.page('/papers', { code });
    expect(page).toContain('这份文书只与当事人有关');
    expect(page).not.toMatch(/转出|长安颐养院/);
  });

  it('neither has come nor is to come while its day passes and nobody has answered', async () => {
    const first = await filings.accepted(operator, registrar);
    const closure = await retractions.told(first, 'CLOSURE', '2027-01-10');
    await retractions.asked(closure);
    app.clock.advance(25 * DAY);
    await steps();
    const institution = await retractions.page(`/institutions/${first.institutionId}`);
    expect(institution).toContain(
      '这家机构原定2027年1月10日起终止服务，机构已申请撤回，主管机关答复以前不执行。',
    );
    expect(institution).toContain(
      '服务状态原定2027年1月10日起终止服务，机构已申请撤回，主管机关答复以前不执行',
    );
    expect(institution).not.toMatch(/将于|已终止服务/);
    const receipt = await retractions.page(`/receipts/${first.filingNumber}`);
    expect(receipt).toContain('服务状态原定2027年1月10日起终止服务，机构已申请撤回，主管机关答复以前不执行');
    expect(receipt).not.toMatch(/将于|已终止服务/);
  });
});
