import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, PDF } from '../../filings/test/filing.builder';

export interface StaffAnswer {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly standing: string;
  readonly requirements: readonly { readonly code: string; readonly standing: string }[];
  readonly credentials: readonly {
    readonly id: string;
    readonly replaced: boolean;
    readonly number: string | null;
  }[];
}

export const codeOf = ({ body }: Response): string => (body as { code: string }).code;

/** A registered 养老机构 with who keeps its register, and the officials of its place. */
export class StaffScene {
  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
    readonly operator: TestPerson,
    readonly registrar: TestPerson,
    readonly institutionId: string,
  ) {}

  static async start(): Promise<StaffScene> {
    const app = await TestApp.start();
    const filings = new FilingBuilder(app);
    const operator = await app.person('OPERATOR');
    const registrar = await app.person('REGISTRAR');
    const { institutionId } = await filings.accepted(operator, registrar);
    return new StaffScene(app, filings, operator, registrar, String(institutionId));
  }

  readonly post = (by: TestPerson, path: string, body: object = {}) =>
    this.app.as(by).post(`/api/v1/staff${path}`).send(body);

  readonly get = async (id: string, by = this.operator): Promise<StaffAnswer> =>
    (await this.app.as(by).get(`/api/v1/staff/${id}`).expect(200)).body as StaffAnswer;

  readonly added = async (change: object = {}): Promise<StaffAnswer> => {
    const { institutionId } = this;
    const facts = {
      institutionId,
      name: '示例·赵护理',
      post: 'ELDERLY_CARER',
      employedOn: '2026-03-02',
      ...change,
    };
    return (await this.post(this.operator, '', facts).expect(201)).body as StaffAnswer;
  };

  readonly shown = async (id: string, change: object = {}): Promise<StaffAnswer> => {
    const credential = {
      type: 'HEALTH',
      title: '健康合格证明',
      number: 'SL-JK-2026-0042',
      issuedOn: '2026-10-12',
      ...change,
    };
    return (await this.post(this.operator, `/${id}/credentials`, credential).expect(201)).body as StaffAnswer;
  };

  readonly upload = (by: TestPerson, id: string) =>
    this.app
      .as(by)
      .post(`/api/v1/staff/${id}/files`)
      .attach('file', PDF, { filename: '健康证.pdf', contentType: 'application/pdf' });
}
