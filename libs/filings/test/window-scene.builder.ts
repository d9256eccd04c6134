import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { DRAFTS, ELDERLY_APPLICATION, FilingBuilder, type FilingAnswer } from './filing.builder';

export const APPLICANT = '示例·丁老人';

/** A window with an applicant, the official who fills in for them, and those who have nothing to do with it. */
export class WindowScene {
  private count = 0;

  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
    readonly applicant: TestPerson,
    readonly official: TestPerson,
    readonly colleague: TestPerson,
    readonly elsewhere: TestPerson,
    readonly health: TestPerson,
  ) {}

  static async start({ worker = false } = {}): Promise<WindowScene> {
    const app = await TestApp.start({ worker });
    return new WindowScene(
      app,
      new FilingBuilder(app),
      await app.person('OPERATOR', { name: APPLICANT }),
      await app.person('REGISTRAR', { name: '示例·甲窗口' }),
      await app.person('REGISTRAR', { name: '示例·乙受理' }),
      await app.person('REGISTRAR', { districts: ['610113'] }),
      await app.person('REGISTRAR', { departments: ['health'] }),
    );
  }

  /** Each at an address of its own. */
  async begin(person: TestPerson, more: object = {}) {
    this.count += 1;
    return this.app
      .as(person)
      .post('/api/v1/filings/assisted')
      .send({
        ...DRAFTS.ELDERLY_CARE,
        institution: { ...ELDERLY_APPLICATION, address: `示例窗口路${this.count}号` },
        applicant: { username: this.applicant.username, name: APPLICANT },
        ...more,
      });
  }

  async drafted() {
    const answer = await this.begin(this.official);
    if (answer.status !== 201) throw new Error(`the window answered ${answer.status}`);
    return answer.body as FilingAnswer & { institution: { address: string } };
  }

  async submitted(): Promise<FilingAnswer> {
    const draft = await this.filings.upload(this.official, await this.drafted());
    return this.filings.act(this.official, draft.id, 'submit');
  }

  edit(person: TestPerson, { id, version }: FilingAnswer, institution: object) {
    return this.app
      .as(person)
      .patch(`/api/v1/filings/${id}`)
      .set('if-match', `"${version}"`)
      .send({ institution });
  }

  get(person: TestPerson, id: string) {
    return this.app.as(person).get(`/api/v1/filings/${id}`);
  }
}
