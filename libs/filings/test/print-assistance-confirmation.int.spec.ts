import { execFileSync } from 'node:child_process';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { ELDERLY_APPLICATION, type FilingBuilder } from './filing.builder';
import { APPLICANT, WindowScene } from './window-scene.builder';

const { residentId, phone } = ELDERLY_APPLICATION.legalRepresentative;

describe('what the applicant signs at the window', () => {
  let scene: WindowScene;
  let app: TestApp;
  let filings: FilingBuilder;
  let applicant: TestPerson;
  let official: TestPerson;
  let colleague: TestPerson;
  let elsewhere: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    scene = await WindowScene.start();
    ({ app, filings, applicant, official, colleague, elsewhere, health } = scene);
  });
  afterAll(() => app.stop());

  const printed = (by: TestPerson, id: string) =>
    app.as(by).get(`/api/v1/filings/${id}/assistance-confirmation.pdf`).buffer(true);
  const textOf = (bytes: Buffer): string =>
    execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString().replace(/\s/g, '');
  const drafted = async (): Promise<string> => (await scene.drafted()).id;

  it('names the applicant, the agent and their office, the matter, how far and how long, and where it is signed', async () => {
    const id = await drafted();
    const { body, headers } = await printed(official, id).expect(200);
    expect(decodeURIComponent(headers['content-disposition'] ?? '')).toContain('窗口代办确认书.pdf');
    const text = textOf(body as Buffer);
    expect(text).toMatch(/^窗口代办确认书/);
    for (const said of [
      ELDERLY_APPLICATION.name,
      ELDERLY_APPLICATION.uscc,
      APPLICANT,
      '示例·甲窗口',
      '长安区民政局',
      '养老机构首次备案',
      '第一百六十五条',
      '退回补正的，代为补正',
      '作出决定以前按申请人的要求代为撤回申请',
      '到本件作出决定或者撤回为止',
      '不能再填写、上传、提交和撤回',
      '已经逐项核对',
      '真实性负责',
      '可以随时结束代办',
      '签字：',
      '单位盖章：',
      '代办人签字：',
      '日期：',
    ]) {
      expect(text).toContain(said);
    }
    expect(text).not.toContain('到本件提交为止');
    expect(text).not.toMatch(/扫描二维码|文书核验|610116-YL|\*\*/);
    for (const number of [residentId, phone]) expect(text).not.toContain(number);
    expect(textOf((await printed(applicant, id).expect(200)).body as Buffer)).toBe(text);
  });

  it('is for the applicant and who assists them alone, of the same district and department or not', async () => {
    const id = await drafted();
    const stranger = await app.person('OPERATOR');
    for (const person of [colleague, elsewhere, health, stranger]) await printed(person, id).expect(404);
    await printed(await app.person('ADMINISTRATOR'), id).expect(403);
    const ready = await app.as(official).get(`/api/v1/filings/${id}`).expect(200);
    await filings.act(official, (await filings.upload(official, ready.body)).id, 'submit');
    for (const person of [official, colleague]) await printed(person, id).expect(403);
    for (const person of [elsewhere, stranger]) await printed(person, id).expect(404);
  });

  it('is not there where nobody assists, nor once the applicant has ended it', async () => {
    const own = await filings.draft(applicant);
    await printed(applicant, own.id).expect(404);
    const id = await drafted();
    await app.as(applicant).post(`/api/v1/filings/${id}/assistance/end`).expect(200);
    await printed(applicant, id).expect(404);
    // Who assisted is told that it has ended.
    await printed(official, id).expect(403);
  });
});
