import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';

export interface GivenRating {
  readonly step: number;
  readonly level: string;
  readonly reasons?: readonly string[];
  readonly words?: string;
  readonly contactPhone?: string;
}

/** Ratings as they come about: by filings that are really handled, and requests of their applicants. */
export class RatedBuilder {
  readonly filings: FilingBuilder;

  constructor(private readonly app: TestApp) {
    this.filings = new FilingBuilder(app);
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
