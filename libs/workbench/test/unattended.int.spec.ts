import { JobRunner } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder } from '../../filings/test/filing.builder';

describe('a case that nobody of its authority may decide', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  /** The only one of the county who decides such cases. */
  let only: TestPerson;
  let head: TestPerson;
  let administrator: TestPerson;
  let city: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    only = await app.person('REGISTRAR', { name: '示例·甲受理' });
    head = await app.person('REVIEWER');
    administrator = await app.person('ADMINISTRATOR');
    city = await app.person('REVIEWER', { districts: ['610100'] });
  });
  afterAll(() => app.stop());

  /** Handed in by the applicant alone, on an account that the only official opened. */
  const handedIn = async (): Promise<string> => {
    const applicant = await app.person('OPERATOR');
    await app.database.query('update access.person set password_given_by = $1 where id = $2', [
      only.id,
      applicant.id,
    ]);
    const { id } = await filings.submitted(applicant);
    await app.idle();
    return id;
  };
  const waits = async (person: TestPerson, id: string): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/work-items?limit=100').expect(200);
    const { items } = body as { items: { type: string; subject: { id: string } }[] };
    return items.filter(({ subject }) => subject.id === id).map(({ type }) => type);
  };
  const told = async (person: TestPerson): Promise<string[]> => {
    const { body } = await app.as(person).get('/api/v1/notifications').expect(200);
    return (body as { items: { type: string; doneAt: string | null }[] }).items
      .filter(({ type, doneAt }) => type === 'FILING_UNATTENDED' && doneAt === null)
      .map(({ type }) => type);
  };
  const assignment = async (person: TestPerson, id: string) =>
    (await app.as(person).get(`/api/v1/filings/${id}/assignment`).expect(200)).body as object;

  it('is told at once to its head and its administrator, waits for the head, and says why to who gave the account', async () => {
    const id = await handedIn();
    expect(await assignment(only, id)).toMatchObject({
      availableActions: [],
      heldBack: 'ACCOUNT_GIVEN',
      unattended: true,
    });
    expect(await assignment(head, id)).toMatchObject({ heldBack: null, unattended: true });
    expect(await waits(only, id)).toEqual([]);
    expect(await waits(head, id)).toEqual(['FILING_TO_ARRANGE']);
    expect(await waits(city, id)).toEqual([]);
    expect([await told(head), await told(administrator), await told(only)]).toEqual([
      ['FILING_UNATTENDED'],
      ['FILING_UNATTENDED'],
      [],
    ]);
    const { body } = await app.as(administrator).get('/api/v1/notifications').expect(200);
    expect(JSON.stringify(body)).not.toContain(id);
  });

  it('waits no more once somebody who may is there and takes it', async () => {
    const id = await handedIn();
    const colleague = await app.person('REGISTRAR');
    expect(await assignment(only, id)).toMatchObject({ heldBack: 'ACCOUNT_GIVEN', unattended: false });
    await app.as(colleague).post(`/api/v1/filings/${id}/assignment/take`).send({}).expect(200);
    await app.idle();
    expect(await waits(head, id)).toEqual([]);
    expect(await app.database.query('select from filings.unattended where filing_id = $1', [id])).toEqual([]);
    await filings.act(colleague, id, 'accept');
    await app.database.query('update access.person set disabled_at = now() where id = $1', [colleague.id]);
  });

  it('is found by the night where the last who could is gone, and waits above where the county has no head', async () => {
    const colleague = await app.person('REGISTRAR');
    const id = await handedIn();
    expect(await waits(head, id)).toEqual([]);
    await app.database.query('update access.person set disabled_at = now() where id = any ($1)', [
      [colleague.id, head.id],
    ]);
    await app.nest.get(JobRunner).run('filings.seek-unattended', 'night', {});
    await app.idle();
    expect(await waits(city, id)).toEqual(['FILING_TO_ARRANGE']);
    // Also of the first case, which waited for the head of the county.
    expect(await told(city)).toEqual(['FILING_UNATTENDED', 'FILING_UNATTENDED']);
  });
});
