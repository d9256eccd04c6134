import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const NOTICE = {
  startsOn: '2027-01-05',
  endsOn: '2027-06-01',
  reason: '示例·房屋装修',
  notifiedOn: '2026-11-25',
  residents: 37,
  refundFen: 500_000,
  recordsKeptBy: '示例·档案室',
};
const PLACEMENTS = [{ destination: 'HOME', people: 37 }];

/** By the forms in force from 2026-12-02. */
describe.each(['SUSPENSION', 'CLOSURE'])(
  'a %s of a 养老机构 with residents and money to give back',
  (type) => {
    let app: TestApp;
    let operator: TestPerson;
    let filings: FilingBuilder;
    let institutionId: string | null;
    beforeAll(async () => {
      app = await TestApp.start({ now: '2026-12-02T02:00:00Z' });
      operator = await app.person('OPERATOR');
      filings = new FilingBuilder(app);
      ({ institutionId } = await filings.accepted(operator, await app.person('REGISTRAR')));
    });
    afterAll(() => app.stop());

    it('is not handed in before it says where everybody goes, and is incomplete without the day of refund', async () => {
      const { body } = await app
        .as(operator)
        .post('/api/v1/filings')
        .send({ type, kind: 'ELDERLY_CARE', institutionId, institution: { notice: NOTICE } })
        .expect(201);
      const filing = await filings.upload(operator, body as FilingAnswer);
      expect(filing.form).toMatchObject({ code: `ELDERLY_CARE_${type}`, version: 5 });
      const early = await app.as(operator).post(`/api/v1/filings/${filing.id}/submit`).expect(422);
      expect(early.body.errors).toMatchObject([{ pointer: '/institution/notice/placements' }]);
      const edit = async (version: number, notice: object) =>
        (
          await app
            .as(operator)
            .patch(`/api/v1/filings/${filing.id}`)
            .set('if-match', `"${version}"`)
            .send({ institution: { notice } })
            .expect(200)
        ).body as FilingAnswer;
      const crowd = { residents: 121, placements: [{ destination: 'HOME', people: 121 }] };
      const crowded = await edit(filing.version, crowd);
      expect(crowded.warnings).toContainEqual(expect.objectContaining({ code: 'RESIDENTS_EXCEED_BEDS' }));
      const placed = await edit(crowded.version, { residents: 37, placements: PLACEMENTS });
      expect(JSON.stringify(placed.warnings)).not.toContain('RESIDENTS_EXCEED_BEDS');
      expect(placed.incomplete).toMatchObject([{ pointer: '/institution/notice/refundBy' }]);
      const whole = await edit(placed.version, { refundBy: '2026-12-31' });
      expect(whole.incomplete).toEqual([]);
      expect((await filings.act(operator, filing.id, 'submit')).status).toBe('SUBMITTED');
    });
  },
);
