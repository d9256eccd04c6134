import { FileStore, UnitOfWork } from '@zhaoguan/platform';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { FilingStores } from '../src/store/filing-stores';
import { AttachMaterial } from '../src/use-cases/attach-material';

/** Smallest bytes that are a PDF to a reader who looks at the beginning. */
export const PDF = Buffer.from('%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n');

/** Codes of the domain notes that belong to nobody: made by their check digits from subject numbers never given out. */
export const ELDERLY_APPLICATION = {
  name: '示例·长安颐养院',
  uscc: '526101160000000199',
  legalForm: 'PRIVATE_NON_ENTERPRISE',
  legalRepresentative: { name: '示例·王建国', residentId: '610116189001010019', phone: '13800000001' },
  address: '陕西省西安市长安区韦曲街道示例路1号',
  district: '610116',
  capacity: 120,
};

export const CHILDCARE_APPLICATION = {
  name: '示例·小树苗托育中心',
  uscc: '916100000000000518',
  legalForm: 'ENTERPRISE',
  legalRepresentative: { name: '示例·李秀英', residentId: '610116189001010019', phone: '13900000002' },
  address: '陕西省西安市长安区郭杜街道示例路2号',
  district: '610116',
  capacity: 60,
};

export const DRAFTS = {
  ELDERLY_CARE: { type: 'INITIAL', kind: 'ELDERLY_CARE', institution: ELDERLY_APPLICATION },
  CHILDCARE: { type: 'INITIAL', kind: 'CHILDCARE', institution: CHILDCARE_APPLICATION },
} as const;

export interface FilingAnswer {
  id: string;
  status: string;
  version: number;
  dueOn: string | null;
  correctBy: string | null;
  filingNumber: string | null;
  institutionId: string | null;
  availableActions: string[];
  form: { code: string; version: number };
  incomplete: { pointer: string; label: string }[];
  warnings: { pointer: string; code: string; message: string }[];
  materials: { code: string; name: string; required: boolean; uploaded: boolean }[];
  takeover?: { required: boolean } | null;
}

const requiredOf = ({ materials }: FilingAnswer): string[] =>
  materials.filter(({ required }) => required).map(({ code }) => code);

/** Brings filings to a state by the same requests that people make, but for their files. */
export class FilingBuilder {
  private count = 0;

  constructor(private readonly app: TestApp) {}

  /** A draft at an address of its own. */
  async draft(
    operator: TestPerson,
    kind: keyof typeof DRAFTS = 'ELDERLY_CARE',
    institution: object = {},
  ): Promise<FilingAnswer> {
    this.count += 1;
    const draft = DRAFTS[kind];
    const address = `${draft.institution.address}之${this.count}`;
    const answer = await this.app
      .as(operator)
      .post('/api/v1/filings')
      .send({ ...draft, institution: { ...draft.institution, address, ...institution } })
      .expect(201);
    return answer.body as FilingAnswer;
  }

  async upload(operator: TestPerson, filing: FilingAnswer, codes?: readonly string[]): Promise<FilingAnswer> {
    let latest = codes === undefined ? await this.sayWhyAtOnce(operator, filing) : filing;
    const required = requiredOf(filing);
    if (codes === undefined) await this.keep(operator, filing.id, required.slice(0, -1));
    for (const code of codes ?? required.slice(-1)) {
      const answer = await this.app
        .as(operator)
        .put(`/api/v1/filings/${filing.id}/materials/${code}`)
        .attach('file', PDF, { filename: `${code}.pdf`, contentType: 'application/pdf' })
        .expect(200);
      latest = answer.body as FilingAnswer;
    }
    return latest;
  }

  /**
   * All at once what a request for each would leave, but for their answers: each of those shows the whole case, and with ten
   * of them the materials took longer than whatever a test is about. Uploading itself is the matter of materials.int.spec.ts.
   */
  private async keep(person: TestPerson, id: string, codes: readonly string[]): Promise<void> {
    const { nest } = this.app;
    const files = nest.get(FileStore);
    await nest.get(UnitOfWork).run(person.caller, async (tx) => {
      let filing = await nest.get(FilingStores).filings.getForUpdate(tx, id);
      for (const code of codes) {
        const file = await files.keep(PDF, `${code}.pdf`);
        filing = await nest.get(AttachMaterial).keep(tx, filing, code, file);
      }
    });
  }

  /** Many tests file under one code from several accounts, which says why. */
  private async sayWhyAtOnce(operator: TestPerson, filing: FilingAnswer): Promise<FilingAnswer> {
    return filing.takeover?.required === true ? this.stateTakeover(operator, filing) : filing;
  }

  private async handIn(operator: TestPerson, draft: FilingAnswer): Promise<FilingAnswer> {
    await this.sayWhyAtOnce(operator, draft);
    await this.keep(operator, draft.id, requiredOf(draft));
    return this.request(operator, draft.id, 'submit');
  }

  /** Where a test uploads what it is about alone. */
  private async sayWhy(person: TestPerson, id: string): Promise<void> {
    const { body } = await this.app.as(person).get(`/api/v1/filings/${id}`);
    const filing = body as FilingAnswer;
    if (filing.takeover?.required !== true) return;
    await this.upload(person, await this.stateTakeover(person, filing), ['AUTHORISATION_LETTER']);
  }

  /** Why it is filed under a code that another account holds. */
  async stateTakeover(operator: TestPerson, { id }: FilingAnswer, said: object = {}): Promise<FilingAnswer> {
    const { body } = await this.app
      .as(operator)
      .put(`/api/v1/filings/${id}/takeover`)
      .send({ relation: 'SAME_PERSON', ground: 'OTHER_SITE', explanation: '', ...said })
      .expect(200);
    return body as FilingAnswer;
  }

  async submitted(
    operator: TestPerson,
    kind: keyof typeof DRAFTS = 'ELDERLY_CARE',
    institution: object = {},
  ): Promise<FilingAnswer> {
    return this.handIn(operator, await this.draft(operator, kind, institution));
  }

  async returned(operator: TestPerson, registrar: TestPerson): Promise<FilingAnswer> {
    const { id } = await this.submitted(operator);
    return this.act(registrar, id, 'return', {
      reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }],
    });
  }

  async accepted(
    operator: TestPerson,
    registrar: TestPerson,
    kind: keyof typeof DRAFTS = 'ELDERLY_CARE',
    institution: object = {},
  ): Promise<FilingAnswer> {
    const { id } = await this.submitted(operator, kind, institution);
    return this.act(registrar, id, 'accept');
  }

  /** A change or a notice about a registered institution, handed in with everything it needs. */
  async filedAbout(
    operator: TestPerson,
    institutionId: string | null,
    type: string,
    institution: object,
    kind: keyof typeof DRAFTS = 'ELDERLY_CARE',
  ): Promise<FilingAnswer> {
    const { body } = await this.app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type, kind, institutionId, institution })
      .expect(201);
    return this.handIn(operator, body as FilingAnswer);
  }

  async act(person: TestPerson, id: string, action: string, body: object = {}): Promise<FilingAnswer> {
    if (action === 'submit') await this.sayWhy(person, id);
    return this.request(person, id, action, body);
  }

  private async request(
    person: TestPerson,
    id: string,
    action: string,
    body: object = {},
  ): Promise<FilingAnswer> {
    const answer = await this.app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body).expect(200);
    return answer.body as FilingAnswer;
  }
}
