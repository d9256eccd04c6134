import { execFileSync } from 'node:child_process';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const CODE = 'PREMISES_PROOF';

describe('a commitment in place of a material of an application for a licence', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
  });
  afterAll(() => app.stop());

  it('is named with its last day by the licence and by the decision that grants it', async () => {
    const draft = await filings.draft(operator, 'CHILDCARE');
    const { offer } = draft.materials.find(({ code }) => code === CODE) as unknown as {
      offer: { text: string };
    };
    expect(offer.text).toContain('于准予许可之日起');
    await app
      .as(operator)
      .put(`/api/v1/filings/${draft.id}/commitments/${CODE}`)
      .send({ text: offer.text })
      .expect(200);
    const others = draft.materials.filter(({ code, required }) => required && code !== CODE);
    await filings.upload(
      operator,
      draft,
      others.map(({ code }) => code),
    );
    await filings.act(operator, draft.id, 'submit');
    await filings.act(health, draft.id, 'accept');
    await app.idle();
    const { body } = await app.as(operator).get(`/api/v1/filings/${draft.id}/papers`).expect(200);
    const papers = body.items as { id: string; kind: string }[];
    const decision = papers.find(({ kind }) => kind === 'LICENCE_GRANT')?.id ?? '';
    for (const url of ['receipt.pdf', `papers/${decision}/file`]) {
      const answer = await app
        .as(operator)
        .get(`/api/v1/filings/${draft.id}/${url}`)
        .buffer(true)
        .expect(200);
      const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: answer.body as Buffer })
        .toString()
        .replace(/\s/g, '');
      expect(text).toContain(
        '下列材料以告知承诺代替，应当按期补交：托育机构场地证明（最迟2026年12月23日补交）。',
      );
    }
  });
});
