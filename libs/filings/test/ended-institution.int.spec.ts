import { randomUUID } from 'node:crypto';
import { EndFiling } from '@zhaoguan/institutions';
import { UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { FilingBuilder, type FilingAnswer } from './filing.builder';

const NOTICE = {
  startsOn: '2026-12-20',
  reason: '示例·租赁合同到期',
  notifiedOn: '2026-11-20',
  residents: 0,
  refundFen: 0,
};
const REASONS = { reasons: [{ pointer: '/institution/capacity', message: '请核对' }] };

describe('a case whose institution ends while it is under way', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let registrar: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start({ now: '2026-11-30T02:00:00Z' });
    filings = new FilingBuilder(app);
    operator = await app.person('OPERATOR');
    registrar = await app.person('REGISTRAR');
  });
  afterAll(() => app.stop());

  const read = async (id: string, person = registrar) =>
    (await app.as(person).get(`/api/v1/filings/${id}`).expect(200)).body;
  const send = (person: TestPerson, id: string, action: string, body: object = {}) =>
    app.as(person).post(`/api/v1/filings/${id}/${action}`).send(body);
  const waiting = async (id: string) => {
    const { body } = await app.as(registrar).get('/api/v1/work-items?limit=100').expect(200);
    return (body.items as { type: string; subject: { id: string }; dueOn: string | null }[])
      .filter(({ subject }) => subject.id === id)
      .map(({ type, dueOn }) => ({ type, dueOn }));
  };
  /** Nothing but a refusal is left of it, which waits as before. */
  const isOnlyRefused = async ({ id, dueOn }: FilingAnswer, institutionEnded: string, code: string) => {
    expect(await read(id)).toMatchObject({
      institutionEnded,
      availableActions: ['refuse'],
      ifReturnedToday: null,
      dueOn,
    });
    expect(await read(id, operator)).toMatchObject({ institutionEnded, availableActions: ['withdraw'] });
    expect((await send(registrar, id, 'accept').expect(409)).body.code).toBe(code);
    expect((await send(registrar, id, 'return', REASONS).expect(409)).body.code).toBe(code);
    expect(await waiting(id)).toEqual([{ type: 'FILING_TO_DECIDE', dueOn }]);
  };

  it('by a closure that comes into force is refused, and neither granted nor sent back', async () => {
    const { institutionId } = await filings.accepted(operator, registrar);
    const notice = { ...NOTICE, recordsKeptBy: '示例·档案室' };
    const closure = await filings.filedAbout(operator, institutionId, 'CLOSURE', { notice });
    await filings.act(registrar, closure.id, 'accept');
    const asked = await send(operator, closure.id, 'retractions', { reason: '示例·合同已经续签' }).expect(
      201,
    );
    app.clock.set('2026-12-28T02:00:00Z');
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 119 });
    expect(await read(change.id)).toMatchObject({
      institutionEnded: null,
      availableActions: ['return', 'refuse', 'accept'],
    });
    const answer = `retractions/${asked.body.items[0].id}/decline`;
    await send(registrar, closure.id, answer, { reason: '示例·老年人已经转出' }).expect(200);

    await isOnlyRefused(change, 'CLOSED', 'INSTITUTION_CLOSED');
    await filings.act(registrar, change.id, 'refuse', { reason: '示例·机构已终止服务。' });
    expect(await read(change.id)).toMatchObject({ status: 'REFUSED', institutionEnded: null });
  });

  it('by a revocation is refused, and goes on where that falls', async () => {
    const first = await filings.accepted(operator, registrar);
    const { institutionId, filingNumber } = first;
    const later = { ...NOTICE, startsOn: '2027-01-20', endsOn: '2027-03-01' };
    const pause = await filings.filedAbout(operator, institutionId, 'SUSPENSION', { notice: later });
    await app.nest.get(UnitOfWork).run(registrar.caller, (tx) =>
      app.nest.get(EndFiling).execute(tx, {
        institutionId: institutionId!,
        filingNumber: filingNumber!,
        removalId: randomUUID(),
        as: 'REVOKED',
      }),
    );
    await isOnlyRefused(pause, 'REVOKED', 'FILING_REMOVED');
    await app.database.query('update institutions.institution set filing_ended_as = null where id = $1', [
      institutionId,
    ]);
    expect(await read(pause.id)).toMatchObject({
      institutionEnded: null,
      availableActions: ['return', 'refuse', 'accept'],
    });
  });
});
