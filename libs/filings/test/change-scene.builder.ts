import { TestApp, type TestPerson } from '@zhaoguan/testing';
import type { Response } from 'supertest';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

export interface ChangeAnswer extends FilingAnswer {
  readonly type: string;
  readonly amendments: { pointer: string; label: string; old: string; new: string; supplied?: true }[];
  readonly fixedFields: { pointer: string; instead: string }[];
  readonly institution: Record<string, unknown>;
}

type SomeKind = 'ELDERLY_CARE' | 'CHILDCARE';

/** An operator with registered institutions, and those who decide on what is changed of them. */
export class ChangeScene {
  private constructor(
    readonly app: TestApp,
    readonly filings: FilingBuilder,
    readonly operator: TestPerson,
    readonly registrar: TestPerson,
    private readonly ofChildcare: TestPerson,
  ) {}

  static async start(): Promise<ChangeScene> {
    const app = await TestApp.start();
    return new ChangeScene(
      app,
      new FilingBuilder(app),
      await app.person('OPERATOR'),
      await app.person('REGISTRAR'),
      await app.person('REGISTRAR', { departments: ['health'] }),
    );
  }

  readonly draft = (
    institutionId: string | null,
    institution?: object,
    by = this.operator,
    kind: SomeKind = 'ELDERLY_CARE',
  ) =>
    this.app
      .as(by)
      .post('/api/v1/filings')
      .send({ type: 'CHANGE', kind, institutionId, ...(institution === undefined ? {} : { institution }) });

  readonly registered = (kind: SomeKind = 'ELDERLY_CARE'): Promise<FilingAnswer> =>
    this.filings.accepted(this.operator, kind === 'ELDERLY_CARE' ? this.registrar : this.ofChildcare, kind, {
      contact: { name: '示例·张联络', phone: '13800000009' },
    });

  readonly begun = async (institution?: object, kind: SomeKind = 'ELDERLY_CARE') => {
    const first = await this.registered(kind);
    const { body } = await this.draft(first.institutionId, institution, this.operator, kind).expect(201);
    return { first, change: body as ChangeAnswer };
  };

  readonly submitted = async (institution: object) => {
    const { first, change } = await this.begun(institution);
    await this.filings.upload(this.operator, change);
    return { first, change: (await this.filings.act(this.operator, change.id, 'submit')) as ChangeAnswer };
  };

  readonly edit = (filing: FilingAnswer, institution: object) =>
    this.app
      .as(this.operator)
      .patch(`/api/v1/filings/${filing.id}`)
      .set('if-match', `"${filing.version}"`)
      .send({ institution });
}

/** Code of a refusal, then each field with its own. */
export function codesOf({ body }: Response): string[] {
  const { code, errors = [] } = body as { code: string; errors?: { pointer: string; code: string }[] };
  return [code, ...errors.map((each) => `${each.pointer} ${each.code}`)];
}
