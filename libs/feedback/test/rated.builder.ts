import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';

export interface GivenRating {
  /** Of the filing itself, unless said otherwise. */
  readonly process?: string;
  readonly recordId?: string;
  readonly step: number;
  readonly level: string;
  readonly reasons?: readonly string[];
  readonly words?: string;
  readonly contactPhone?: string;
}

/** A step that may be rated, as its applicant sees it. */
export interface OfferedStep {
  readonly process: string;
  readonly recordId: string;
  readonly step: number;
  readonly label: string;
  readonly at: string;
  readonly day: string | null;
  readonly reasons: readonly string[];
  readonly rating: { readonly id: string; readonly level: string } | null;
}

/** Ratings as they come about: by filings that are really handled, and requests of their applicants. */
export class RatedBuilder {
  readonly filings: FilingBuilder;

  constructor(private readonly app: TestApp) {
    this.filings = new FilingBuilder(app);
  }

  async steps(operator: TestPerson, filingId: string): Promise<OfferedStep[]> {
    const { body } = await this.app
      .as(operator)
      .get(`/api/v1/filings/${filingId}/service-ratings`)
      .expect(200);
    return body.steps as OfferedStep[];
  }

  /** The last step of that name. */
  async last(operator: TestPerson, filingId: string, label: string): Promise<OfferedStep> {
    const step = (await this.steps(operator, filingId)).findLast((each) => each.label === label);
    if (!step) throw new Error(`no ${label} is offered`);
    return step;
  }

  /** A step, with which its applicant is not content: the rating. */
  async rateBadly(operator: TestPerson, filingId: string, label: string): Promise<string> {
    const { process, recordId, step } = await this.last(operator, filingId, label);
    const bad = { level: 'VERY_DISSATISFIED', reasons: ['UNFRIENDLY'], words: '示例·态度不好' };
    await this.rate(operator, filingId, { process, recordId, step, ...bad });
    return (await this.last(operator, filingId, label)).rating?.id ?? '';
  }

  async rate(operator: TestPerson, filingId: string, rating: GivenRating) {
    const answer = await this.app
      .as(operator)
      .post(`/api/v1/filings/${filingId}/service-ratings`)
      .send(rating)
      .expect(200);
    return answer.body as { steps: { step: number; rating: { id: string } | null }[] };
  }

  /** A return that its applicant is not content with: the filing, the rating, the follow-up. */
  async badlyRated(
    operator: TestPerson,
    registrar: TestPerson,
    { contactPhone = '13900000001' }: { readonly contactPhone?: string | null } = {},
  ) {
    const filing = await this.filings.returned(operator, registrar);
    const body = await this.rate(operator, filing.id, {
      step: 2,
      level: 'VERY_DISSATISFIED',
      reasons: ['UNCLEAR_ADVICE'],
      words: '示例·来了三次，电话13800000000',
      ...(contactPhone !== null && { contactPhone }),
    });
    const ratingId = body.steps.find(({ step }) => step === 2)?.rating?.id ?? '';
    const [row] = await this.app.database.query<{ id: string }>(
      'select id from feedback.follow_up where rating_id = $1',
      [ratingId],
    );
    if (!row) throw new Error('no follow-up was opened');
    return { filingId: filing.id, ratingId, followUpId: row.id };
  }

  async handle(reviewer: TestPerson, followUpId: string, action: string, note: string) {
    const agent = this.app.as(reviewer);
    const { headers } = await agent.get(`/api/v1/rating-follow-ups/${followUpId}`).expect(200);
    const answer = await this.app
      .as(reviewer)
      .post(`/api/v1/rating-follow-ups/${followUpId}/${action}`)
      .set('if-match', headers['etag'] as string)
      .send({ note })
      .expect(200);
    return answer.body as { status: string; version: number; history: { note: string }[] };
  }
}
