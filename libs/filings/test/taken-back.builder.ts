import { addDays, plainDate } from '@zhaoguan/kernel';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

interface TakenBack {
  readonly applicant: TestPerson;
  readonly registrar: TestPerson;
  readonly institutionId: string | null;
  readonly today: string;
}

/** A suspension (暂停服务) that was accepted for a day to come and taken back (撤回) before it. */
export async function suspensionTakenBack(
  app: TestApp,
  { applicant, registrar, institutionId, today }: TakenBack,
): Promise<FilingAnswer> {
  const filings = new FilingBuilder(app);
  const notice = {
    startsOn: addDays(plainDate(today), 21),
    endsOn: addDays(plainDate(today), 60),
    reason: '示例·消防改造',
    notifiedOn: today,
    residents: 0,
    refundFen: 0,
  };
  const { id } = await filings.filedAbout(applicant, institutionId, 'SUSPENSION', { notice });
  const accepted = await filings.act(registrar, id, 'accept');
  const path = `/api/v1/filings/${id}/retractions`;
  const { body } = await app.as(applicant).post(path).send({ reason: '示例·改造提前完成' }).expect(201);
  const [asked] = (body as { items: { id: string }[] }).items;
  await app
    .as(registrar)
    .post(`${path}/${asked?.id ?? ''}/grant`)
    .expect(200);
  return accepted;
}
