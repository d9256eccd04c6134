import { execFileSync } from 'node:child_process';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from '../../../libs/filings/test/filing.builder';

export const REASON = '示例·装修提前完成';
const NOTICE = {
  reason: '示例·装修改造',
  notifiedOn: '2026-11-01',
  residents: 0,
  refundFen: 0,
};

interface People {
  readonly operator: TestPerson;
  readonly registrar: TestPerson;
}

interface ListedPaper {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string;
  readonly file: { readonly sm3: string };
}

/** Brings notices that were accepted to their retraction (撤回), and reads what the public is told then. */
export class RetractionBuilder {
  constructor(
    private readonly app: TestApp,
    private readonly filings: FilingBuilder,
    readonly people: People,
  ) {}

  /** Accepted, about a day to come. */
  async told(
    { institutionId }: Pick<FilingAnswer, 'institutionId'>,
    type: 'SUSPENSION' | 'CLOSURE',
    startsOn: string,
    kind: 'ELDERLY_CARE' | 'CHILDCARE' = 'ELDERLY_CARE',
  ): Promise<FilingAnswer> {
    const { operator, registrar } = this.people;
    const notice = {
      ...NOTICE,
      startsOn,
      ...(type === 'CLOSURE' ? { recordsKeptBy: '示例·档案室' } : { endsOn: '2027-06-01' }),
    };
    const { id } = await this.filings.filedAbout(operator, institutionId, type, { notice }, kind);
    const accepted = await this.filings.act(registrar, id, 'accept');
    await this.app.idle();
    return accepted;
  }

  /** @returns the address under which it is answered */
  async asked({ id }: Pick<FilingAnswer, 'id'>): Promise<string> {
    const url = `/api/v1/filings/${id}/retractions`;
    const { body } = await this.app.as(this.people.operator).post(url).send({ reason: REASON }).expect(201);
    const items = body.items as { id: string; status: string }[];
    return `${url}/${items.find(({ status }) => status === 'ASKED')?.id ?? ''}`;
  }

  async grant(filing: Pick<FilingAnswer, 'id'>): Promise<ListedPaper> {
    await this.app
      .as(this.people.registrar)
      .post(`${await this.asked(filing)}/grant`)
      .expect(200);
    return this.paper(filing, 'RETRACTION_GRANT');
  }

  async decline(filing: Pick<FilingAnswer, 'id'>, reason: string): Promise<ListedPaper> {
    const url = `${await this.asked(filing)}/decline`;
    await this.app.as(this.people.registrar).post(url).send({ reason }).expect(200);
    return this.paper(filing, 'RETRACTION_REFUSAL');
  }

  async paper({ id }: Pick<FilingAnswer, 'id'>, kind: string): Promise<ListedPaper> {
    await this.app.idle();
    const { body } = await this.app.as(this.people.operator).get(`/api/v1/filings/${id}/papers`).expect(200);
    const found = (body.items as ListedPaper[]).find((each) => each.kind === kind);
    if (!found) throw new Error(`no ${kind} of ${id}`);
    return found;
  }

  /** The words of a paper of a filing. */
  async words({ id }: Pick<FilingAnswer, 'id'>, paper: ListedPaper): Promise<string> {
    const url = `/api/v1/filings/${id}/papers/${paper.id}/file`;
    const bytes = (await this.app.as(this.people.operator).get(url).buffer(true).expect(200)).body as Buffer;
    return execFileSync('pdftotext', ['-', '-'], { input: bytes }).toString().replace(/\s+/g, '');
  }

  /** A public page, as its reader sees it. */
  async page(path: string, query: Record<string, string> = {}): Promise<string> {
    const { text } = await this.app.http.get(path).query(query).expect(200);
    return text
      .replace(/^[\s\S]*<main[^>]*>/, '')
      .replace(/<[^>]+>/g, '')
      .replace(/\s+/g, '');
  }

  async receipt(number: string | null) {
    return (await this.app.http.get(`/api/v1/public/receipts/${number}`).expect(200)).body;
  }

  async check(query: Record<string, string>) {
    return (await this.app.http.get('/api/v1/public/papers').query(query).expect(200)).body;
  }
}
