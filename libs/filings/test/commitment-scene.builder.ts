import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, PDF, type FilingAnswer } from './filing.builder';

/** The material that is promised. */
export const PROMISED = 'PREMISES_PROOF';

interface Offered {
  code: string;
  uploaded: boolean;
  offer: { text: string; days: number; dueIfToday: string; checkDays: number } | null;
  commitment: {
    status: string;
    dueOn: string | null;
    checkBy: string | null;
    reason: string | null;
    availableActions: string[];
  } | null;
}

/** A 托育机构 that promises a material in place of handing it in, and the office that looks at it later. */
export class CommitmentScene {
  operator!: TestPerson;
  health!: TestPerson;

  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
  ) {}

  static async start(): Promise<CommitmentScene> {
    const app = await TestApp.start();
    return new CommitmentScene(app, new FilingBuilder(app));
  }

  /** Who broke a promise gets no other: each test has people of its own. */
  async newPeople(): Promise<void> {
    this.operator = await this.app.person('OPERATOR');
    this.health = await this.app.person('REGISTRAR', { departments: ['health'] });
  }

  of(filing: FilingAnswer, code = PROMISED): Offered {
    const found = filing.materials.find((each) => each.code === code);
    if (!found) throw new Error(`no material ${code}`);
    return found as unknown as Offered;
  }

  path(id: string, code = PROMISED): string {
    return `/api/v1/filings/${id}/commitments/${code}`;
  }

  async give(filing: FilingAnswer): Promise<FilingAnswer> {
    const answer = await this.app
      .as(this.operator)
      .put(this.path(filing.id))
      .send({ text: this.of(filing).offer?.text })
      .expect(200);
    return answer.body as FilingAnswer;
  }

  handIn(id: string) {
    return this.app
      .as(this.operator)
      .put(`${this.path(id)}/material`)
      .attach('file', PDF, { filename: '场地证明.pdf', contentType: 'application/pdf' });
  }

  judge(id: string, action: string, body: object = {}) {
    return this.app
      .as(this.health)
      .post(`${this.path(id)}/${action}`)
      .send(body);
  }

  async signedInAgain(person: TestPerson): Promise<TestPerson> {
    const { username, password } = person;
    const answer = await this.app.http.post('/api/v1/auth/login').send({ username, password }).expect(200);
    return { ...person, token: answer.body.accessToken as string };
  }

  /** Handed in with everything but the promised material, and accepted. */
  async accepted(): Promise<FilingAnswer> {
    const draft = await this.give(await this.filings.draft(this.operator, 'CHILDCARE'));
    const codes = draft.materials
      .filter((each) => each.required && each.code !== PROMISED)
      .map(({ code }) => code);
    await this.filings.upload(this.operator, draft, codes);
    await this.filings.act(this.operator, draft.id, 'submit');
    return this.filings.act(this.health, draft.id, 'accept');
  }
}
