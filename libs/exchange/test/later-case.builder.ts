import type { Response } from 'supertest';
import type { TestPerson } from '@zhaoguan/testing';
import {
  ELDERLY_APPLICATION,
  FilingBuilder,
  PDF,
  type FilingAnswer,
} from '../../filings/test/filing.builder';
import { PartnerScene, type Credential } from './partner-scene.builder';

export const APPLICANT = { userReference: 'u-1', name: '示例·王建国', uscc: ELDERLY_APPLICATION.uscc };

/** Of a suspension; of a closure with `recordsKeptBy` besides. */
export const PAUSE = {
  startsOn: '2026-12-01',
  endsOn: '2027-03-01',
  reason: '示例·消防改造',
  notifiedOn: '2026-11-01',
  residents: 1,
  placements: [{ destination: 'HOME', people: 1 }],
  refundFen: 0,
  refundBy: '2026-12-31',
};

export interface LaterAnswer extends FilingAnswer {
  readonly type: string;
  readonly amendments: { pointer: string; old: string; new: string }[] | null;
  readonly institution: Record<string, unknown>;
}

export interface Told {
  readonly event: string;
  readonly reference: string;
  readonly seq: number;
  readonly status: string;
  readonly institutionStatus: string | null;
  readonly effectiveOn: string | null;
  readonly filingNumber: string | null;
  readonly paper: { readonly kind: string } | null;
}

/** A platform whose first filing was accepted, and what it hands in of the institution afterwards. */
export class LaterCases {
  private count = 0;

  private constructor(
    readonly scene: PartnerScene,
    readonly filings: FilingBuilder,
    readonly registrar: TestPerson,
    readonly partner: Credential,
  ) {}

  static async start(): Promise<LaterCases> {
    const scene = await PartnerScene.start();
    const registrar = await scene.app.person('REGISTRAR');
    const partner = await scene.register({ webhookUrl: scene.webhookUrl });
    return new LaterCases(scene, new FilingBuilder(scene.app), registrar, partner);
  }

  reference(): string {
    this.count += 1;
    return `BJ-${this.count}`;
  }

  post(entry: object, by = this.partner) {
    return this.scene.send(by, 'POST', '/filings', entry);
  }

  /** A first filing as it is handed in: a draft. */
  async drafted(by = this.partner): Promise<string> {
    const reference = this.reference();
    const institution = { ...ELDERLY_APPLICATION, address: `${ELDERLY_APPLICATION.address}丙${this.count}` };
    await this.post({ reference, applicant: APPLICANT, kind: 'ELDERLY_CARE', institution }, by).expect(201);
    return reference;
  }

  async submit(reference: string, by = this.partner): Promise<LaterAnswer> {
    const { body } = await this.scene.send(by, 'GET', `/filings/${reference}`).expect(200);
    for (const { code, required, uploaded } of (body as FilingAnswer).materials)
      if (required && !uploaded)
        await this.scene.upload(by, `/filings/${reference}/materials/${code}`, PDF).expect(200);
    const answer = await this.scene.send(by, 'POST', `/filings/${reference}/submit`).expect(200);
    return answer.body as LaterAnswer;
  }

  async accept({ id }: Pick<FilingAnswer, 'id'>): Promise<LaterAnswer> {
    return (await this.filings.act(this.registrar, id, 'accept')) as LaterAnswer;
  }

  /** A first filing that was accepted. */
  async filed(by = this.partner): Promise<{ readonly first: string; readonly filing: LaterAnswer }> {
    const first = await this.drafted(by);
    return { first, filing: await this.accept(await this.submit(first, by)) };
  }

  entry(type: string, firstReference: string, institution: object, rest: object = {}) {
    const reference = this.reference();
    const whole = {
      reference,
      applicant: APPLICANT,
      kind: 'ELDERLY_CARE',
      type,
      firstReference,
      institution,
    };
    return { ...whole, ...rest };
  }

  /** Handed in under a number of its own, and accepted. */
  async settled(type: string, firstReference: string, institution: object): Promise<string> {
    const entry = this.entry(type, firstReference, institution);
    await this.post(entry).expect(201);
    await this.accept(await this.submit(entry.reference));
    return entry.reference;
  }

  /** By its authority (撤销), a month from now. */
  async revoked({ institutionId }: Pick<FilingAnswer, 'institutionId'>): Promise<void> {
    const { app } = this.scene;
    const reviewer = await app.person('REVIEWER');
    const post = (by: TestPerson, path: string, body: object = {}) =>
      app.as(by).post(`/api/v1/removals${path}`).send(body);
    const clue = { institutionId, ground: 'FALSE_MATERIALS', clue: '群众反映' };
    const { body } = await post(this.registrar, '', clue).expect(201);
    const at = `/${(body as { id: string }).id}`;
    const file = app.as(this.registrar).post(`/api/v1/removals${at}/files`);
    await file.attach('file', PDF, { filename: '核实意见.pdf', contentType: 'application/pdf' }).expect(201);
    await post(this.registrar, `${at}/notice-paper`, { facts: '示例·材料并非其出具' }).expect(200);
    const served = { service: 'DELIVERED', serviceNote: '由负责人当面签收' };
    await post(this.registrar, `${at}/service`, served).expect(200);
    app.clock.advance(30 * 24 * 3_600_000);
    await post(this.registrar, `${at}/propose`, { text: '情形成立' }).expect(200);
    await post(reviewer, `${at}/decide`).expect(200);
  }

  /** Code of a refusal, then each field with its own. */
  async refused(entry: object, status: number, by = this.partner): Promise<string[]> {
    return codesOf(await this.post(entry, by).expect(status));
  }

  async told(reference: string): Promise<Told[]> {
    await this.scene.app.idle();
    const { body } = await this.scene.send(this.partner, 'GET', '/changes').expect(200);
    return (body as { items: Told[] }).items.filter((each) => each.reference === reference);
  }

  day(ahead: number): string {
    const now = this.scene.app.clock.now().getTime();
    return new Date(now + (8 + 24 * ahead) * 3_600_000).toISOString().slice(0, 10);
  }

  stop(): Promise<void> {
    return this.scene.stop();
  }
}

export function codesOf({ body }: Response): string[] {
  const { code, errors = [] } = body as { code: string; errors?: { pointer: string; code: string }[] };
  return [code, ...errors.map((each) => `${each.pointer} ${each.code}`)];
}
