import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, PDF, type FilingAnswer } from '../../filings/test/filing.builder';

export interface RemovalAnswer {
  readonly id: string;
  readonly status: string;
  readonly version: number;
  readonly dueOn: string | null;
  readonly availableActions: string[];
  readonly decisionNumber: string | null;
  readonly [other: string]: unknown;
}

export const NOTICE = { facts: '经向出具单位核实，备案时提交的消防材料并非其出具。', service: 'ONLINE' };

/** A registered 养老机构, those who work on its removal, and those who decide it. */
export class RemovalScene {
  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
    readonly operator: TestPerson,
    readonly registrar: TestPerson,
    readonly reviewer: TestPerson,
    /** Another one, who has decided nothing. */
    readonly chief: TestPerson,
  ) {}

  static async start(): Promise<RemovalScene> {
    const app = await TestApp.start();
    return new RemovalScene(
      app,
      new FilingBuilder(app),
      await app.person('OPERATOR'),
      await app.person('REGISTRAR'),
      await app.person('REVIEWER'),
      await app.person('REVIEWER'),
    );
  }

  readonly post = (by: TestPerson, path: string, body: object = {}) =>
    this.app.as(by).post(`/api/v1/removals${path}`).send(body);

  readonly get = async (id: string, by = this.registrar): Promise<RemovalAnswer> =>
    (await this.app.as(by).get(`/api/v1/removals/${id}`).expect(200)).body as RemovalAnswer;

  readonly registered = (): Promise<FilingAnswer> => this.filings.accepted(this.operator, this.registrar);

  readonly opened = async (ground = 'FALSE_MATERIALS', institutionId?: string | null) => {
    const of = institutionId ?? (await this.registered()).institutionId;
    const body = { institutionId: of, ground, clue: '群众反映' };
    return (await this.post(this.registrar, '', body).expect(201)).body as RemovalAnswer;
  };

  readonly upload = (by: TestPerson, id: string) =>
    this.app
      .as(by)
      .post(`/api/v1/removals/${id}/files`)
      .attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' });

  readonly noticed = async (ground?: string, institutionId?: string | null, notice: object = {}) => {
    const { id } = await this.opened(ground, institutionId);
    await this.upload(this.registrar, id).expect(201);
    const answer = await this.post(this.registrar, `/${id}/notice`, { ...NOTICE, ...notice }).expect(200);
    return answer.body as RemovalAnswer;
  };

  /** Its notice is handed over on paper. */
  readonly served = async (id: string, facts = NOTICE.facts, service: object = {}) => {
    await this.post(this.registrar, `/${id}/notice-paper`, { facts }).expect(200);
    const body = { service: 'DELIVERED', serviceNote: '由机构负责人当面签收', ...service };
    return (await this.post(this.registrar, `/${id}/service`, body).expect(200)).body as RemovalAnswer;
  };

  readonly proposed = async (ground?: string, institutionId?: string | null) => {
    const { id } = await this.noticed(ground, institutionId);
    await this.post(this.operator, `/${id}/statement`, { text: '没有意见', waived: true }).expect(200);
    const proposal = { text: '证据充分，情形成立。' };
    return (await this.post(this.registrar, `/${id}/propose`, proposal).expect(200)).body as RemovalAnswer;
  };

  readonly decided = async (ground?: string, institutionId?: string | null, finding: object = {}) => {
    const { id } = await this.proposed(ground, institutionId);
    return (await this.post(this.reviewer, `/${id}/decide`, finding).expect(200)).body as RemovalAnswer;
  };
}

export const codeOf = ({ body }: Response): string => (body as { code: string }).code;
