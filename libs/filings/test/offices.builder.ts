import { usccCheckDigit } from '@zhaoguan/kernel';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

let count = 0;
/** A 社会服务机构 that is registered in this division. */
export const registeredIn = (division: string) => {
  count += 1;
  const first17 = `52${division}MJC${String(count).padStart(6, '0')}`;
  return { uscc: `${first17}${usccCheckDigit(first17)}` };
};

/** A city, one of its counties and a city beside it, each with an official who registers, and somebody who files. */
export class Offices {
  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
    readonly operator: TestPerson,
    readonly city: TestPerson,
    readonly county: TestPerson,
    readonly neighbour: TestPerson,
  ) {}

  static async open(): Promise<Offices> {
    // The first day of the form that asks for the level is 28 November.
    const app = await TestApp.start({ now: '2026-12-01T02:00:00Z' });
    return new Offices(
      app,
      new FilingBuilder(app),
      await app.person('OPERATOR'),
      await app.person('REGISTRAR', { districts: ['610100'], name: '示例·市民政' }),
      await app.person('REGISTRAR', { name: '示例·区民政' }),
      await app.person('REGISTRAR', { districts: ['610400'] }),
    );
  }

  async read(person: TestPerson, path: string) {
    return (await this.app.as(person).get(`/api/v1/${path}`).expect(200)).body;
  }

  /** Handed in by a home that the division has registered. */
  submitted(division = '610100'): Promise<FilingAnswer> {
    return this.filings.submitted(this.operator, 'ELDERLY_CARE', registeredIn(division));
  }

  /** Accepted by the city that has registered it. */
  async accepted(): Promise<FilingAnswer> {
    return this.filings.act(this.city, (await this.submitted()).id, 'accept');
  }

  /** Ids of what a list is about. */
  async subjects(person: TestPerson, path: string): Promise<string[]> {
    return (await this.read(person, path)).items.map(
      (line: { id: string; subject?: { id: string } }) => line.subject?.id ?? line.id,
    );
  }

  async waitsFor(person: TestPerson, id: string): Promise<boolean> {
    return (await this.subjects(person, 'work-items?limit=100')).includes(id);
  }

  async inQueueOf(person: TestPerson, id: string): Promise<boolean> {
    return (await this.subjects(person, 'filings?assignee=none&limit=100')).includes(id);
  }

  /** The code with which an act on a filing is refused. */
  async refusal(person: TestPerson, id: string, action: string, body: object = {}): Promise<string> {
    const answer = await this.app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body).expect(403);
    return answer.body.code;
  }
}
