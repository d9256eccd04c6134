import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

type Posted = [person: TestPerson, id: string, what: string, body: object, status: number, read?: number];

/** An authority that verifies on the spot what was filed with it. */
export class VerificationScene {
  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
    public operator: TestPerson,
    public registrar: TestPerson,
    readonly inspector: TestPerson,
  ) {}

  static async start(): Promise<VerificationScene> {
    const app = await TestApp.start();
    return new VerificationScene(
      app,
      new FilingBuilder(app),
      await app.person('OPERATOR'),
      await app.person('REGISTRAR', { name: '示例·甲受理' }),
      await app.person('INSPECTOR', { name: '示例·乙检查', departments: ['civil-affairs'] }),
    );
  }

  /** Who goes, on the day on which the clock of a test begins. */
  get visit(): { officerIds: string[]; visitedOn: string } {
    return { officerIds: [this.registrar.id, this.inspector.id], visitedOn: '2026-11-20' };
  }

  /** The verification of a filing, as this person reads it. */
  async of(person: TestPerson, id: string) {
    const { body } = await this.app.as(person).get(`/api/v1/filings/${id}/verifications`).expect(200);
    return body.items[0];
  }

  /** On the verification as it stands, or as it was read before. */
  async send(person: TestPerson, id: string, what: string, body: object, read?: number) {
    const version = read ?? ((await this.of(person, id)).version as number);
    return this.app
      .as(person)
      .post(`/api/v1/filings/${id}/verification/${what}`)
      .set('if-match', `"${version}"`)
      .send(body);
  }

  /** The same, to be answered with this status. */
  async post(...[person, id, what, body, status, read]: Posted) {
    const answer = await this.send(person, id, what, body, read);
    if (answer.status !== status)
      throw new Error(`${what} was answered ${answer.status}: ${JSON.stringify(answer.body)}`);
    return answer;
  }

  /** All as it was filed, but for what is said to be otherwise. */
  async found(id: string, otherwise: Readonly<Record<string, string>> = {}) {
    const { facts } = (await this.of(this.registrar, id)) as { facts: { pointer: string }[] };
    return facts.map(({ pointer }) => {
      const value = otherwise[pointer];
      return value === undefined ? { pointer, matches: true } : { pointer, matches: false, found: value };
    });
  }

  /** A filing of 120 beds, of which a visit found 96. */
  async mismatched(): Promise<FilingAnswer> {
    const filing = await this.filings.accepted(this.operator, this.registrar);
    const facts = await this.found(filing.id, { '/institution/capacity': '96 张' });
    await this.post(this.registrar, filing.id, 'record', { ...this.visit, facts }, 200);
    return filing;
  }
}
