import type { FilingAnswer } from '../../filings/test/filing.builder';
import { APPLICANT, LaterCases, PAUSE, codesOf, type LaterAnswer } from './later-case.builder';

describe('partner platforms, of the institution that came of their case,', () => {
  let cases: LaterCases;
  let scene: LaterCases['scene'];
  beforeAll(async () => {
    cases = await LaterCases.start();
    ({ scene } = cases);
  });
  afterAll(() => cases.stop());

  const read = async (reference: string) =>
    (await scene.send(cases.partner, 'GET', `/filings/${reference}`).expect(200)).body as LaterAnswer;
  const eventsOf = async (reference: string) => (await cases.told(reference)).map(({ event }) => event);

  it('hand in a change that says only what changes, put it right when it is returned, and are told under its own number', async () => {
    const { first, filing } = await cases.filed();
    const before = await cases.told(first);
    const entry = cases.entry('CHANGE', first, { capacity: 150 });
    const { body } = await cases.post(entry).expect(201);
    expect(body).toMatchObject({
      type: 'CHANGE',
      status: 'DRAFT',
      institutionId: filing.institutionId,
      amendments: [{ pointer: '/institution/capacity', old: '120 张', new: '150 张' }],
      institution: { name: '示例·长安颐养院', capacity: 150 },
    });
    const { reference } = entry;
    const { id } = await cases.submit(reference);
    const reasons = [{ pointer: '/institution/capacity', message: '床位数与平面图不符' }];
    await cases.filings.act(cases.registrar, id, 'return', { reasons });
    const { version } = await read(reference);
    await scene
      .send(
        cases.partner,
        'PATCH',
        `/filings/${reference}`,
        { institution: { capacity: 140 } },
        { headers: { 'if-match': `"${version}"` } },
      )
      .expect(200);
    await cases.submit(reference);
    const accepted = await cases.accept({ id });
    expect(accepted).toMatchObject({
      institutionId: filing.institutionId,
      filingNumber: filing.filingNumber,
      amendments: [{ new: '140 张' }],
    });
    const [held] = await scene.app.database.query<{ capacity: number }>(
      'select capacity from institutions.institution where id = $1',
      [filing.institutionId],
    );
    expect(held).toEqual({ capacity: 140 });
    expect(await cases.told(reference)).toMatchObject([
      { event: 'filing.submitted', seq: 1, institutionStatus: null },
      { event: 'filing.returned', seq: 2, paper: { kind: 'CORRECTION_NOTICE' } },
      { event: 'filing.submitted', seq: 3 },
      { event: 'filing.accepted', seq: 4, status: 'ACCEPTED', filingNumber: filing.filingNumber },
    ]);
    expect(await cases.told(first)).toEqual(before);
    const webhooks = scene.received.filter((each) => each.body.includes(id));
    expect(webhooks).toHaveLength(4);
    for (const each of webhooks) expect(each.body).not.toMatch(/王建国|610116189001010019|13800000001|示例/);
    const { body: papers } = await scene
      .send(cases.partner, 'GET', `/filings/${reference}/papers`)
      .expect(200);
    expect((papers as { items: object[] }).items.length).toBeGreaterThan(1);
    await scene.send(cases.partner, 'GET', `/filings/${reference}/receipt.pdf`).expect(200);
  });

  it('hand in suspension, its prolonging, resumption and closure, each a case of its own; what becomes of the institution goes on with the first', async () => {
    const { first } = await cases.filed();
    const on = cases.day(0);
    const pause = { ...PAUSE, startsOn: on, endsOn: '2027-06-01', refundBy: '2027-06-01' };
    const longer = { ...pause, startsOn: '2027-06-02', endsOn: '2027-09-01' };
    const end = { ...pause, endsOn: null, recordsKeptBy: '示例·档案室' };
    const numbers = [
      await cases.settled('SUSPENSION', first, { notice: pause }),
      await cases.settled('SUSPENSION', first, { notice: longer }),
      await cases.settled('RESUMPTION', first, { notice: { startsOn: on, reason: '示例·改造完成' } }),
      await cases.settled('CLOSURE', first, { notice: end }),
    ];
    for (const reference of numbers)
      expect(await eventsOf(reference)).toEqual(['filing.submitted', 'filing.accepted']);
    expect((await cases.told(first)).slice(2)).toMatchObject([
      { event: 'institution.suspended', seq: 3, institutionStatus: 'SUSPENDED', effectiveOn: on },
      { event: 'institution.suspension-prolonged', seq: 4, institutionStatus: 'SUSPENDED' },
      { event: 'institution.resumed', seq: 5, institutionStatus: 'OPERATING' },
      { event: 'institution.closed', seq: 6, institutionStatus: 'CLOSED' },
    ]);
    const again = cases.entry('CHANGE', first, { capacity: 99 });
    expect(await cases.refused(again, 409)).toEqual(['INSTITUTION_CLOSED']);
  });

  it('are held to the rules of the form: a closure that places not everybody, a change that the kind does not know, and one of nothing', async () => {
    const { first } = await cases.filed();
    const moved = cases.entry('CHANGE', first, { district: '610113' });
    expect(await cases.refused(moved, 403)).toEqual([
      'WRONG_DISTRICT',
      '/institution/district WRONG_DISTRICT',
    ]);
    const fixed = cases.entry('CHANGE', first, { siteType: 'HOME' });
    expect(await cases.refused(fixed, 422)).toEqual([
      'VALIDATION_FAILED',
      '/institution/siteType SITE_TYPE_MISMATCH',
    ]);
    const unplaced = { ...PAUSE, endsOn: null, residents: 3, recordsKeptBy: '示例·档案室' };
    const faults = await cases.refused(cases.entry('CLOSURE', first, { notice: unplaced }), 422);
    expect(faults).toEqual(['VALIDATION_FAILED', '/institution/notice/placements NOT_EVERYBODY_PLACED']);
    const empty = cases.entry('CHANGE', first, { capacity: 120 });
    await cases.post(empty).expect(201);
    const submit = scene.send(cases.partner, 'POST', `/filings/${empty.reference}/submit`);
    expect(codesOf(await submit.expect(422))).toEqual(['NOTHING_CHANGED']);
  });

  it('hand in a case once, however often and at once it is sent, also after it is over', async () => {
    const { first } = await cases.filed();
    const entry = cases.entry('CHANGE', first, { capacity: 130 });
    const answers = await Promise.all([1, 2, 3].map(() => cases.post(entry).expect(201)));
    const [id, ...others] = new Set(answers.map(({ body }) => (body as FilingAnswer).id));
    expect(others).toEqual([]);
    expect(await cases.refused({ ...entry, institution: { capacity: 131 } }, 409)).toEqual([
      'CASE_REFERENCE_USED',
    ]);
    expect(await cases.refused({ ...entry, type: 'CLOSURE' }, 409)).toEqual(['CASE_REFERENCE_USED']);
    await cases.accept(await cases.submit(entry.reference));
    await cases.settled('CLOSURE', first, {
      notice: { ...PAUSE, startsOn: cases.day(0), endsOn: null, recordsKeptBy: '示例·档案室' },
    });
    const { body } = await cases.post(entry).expect(201);
    expect(body).toMatchObject({ id, status: 'ACCEPTED' });
  });

  it('begin one thing at a time about an institution, of two at once too, and drop a draft to begin another', async () => {
    const { first } = await cases.filed();
    const two = [
      cases.entry('CHANGE', first, { capacity: 130 }),
      cases.entry('CHANGE', first, { capacity: 90 }),
    ];
    const answers = await Promise.all(two.map((entry) => cases.post(entry)));
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 409]);
    const held = two[answers.findIndex(({ status }) => status === 201)]?.reference ?? '';
    const next = cases.entry('SUSPENSION', first, { notice: PAUSE });
    expect(await cases.refused(next, 409)).toEqual(['CHANGE_UNDER_WAY']);
    const { body } = await scene.send(cases.partner, 'POST', `/filings/${held}/abandon`).expect(200);
    expect(body).toMatchObject({ status: 'ABANDONED' });
    await cases.post(next).expect(201);
    const handedIn = await cases.submit(next.reference);
    expect(handedIn).toMatchObject({ status: 'SUBMITTED' });
    const late = await scene.send(cases.partner, 'POST', `/filings/${next.reference}/abandon`).expect(409);
    expect(codesOf(late)).toEqual(['INVALID_TRANSITION']);
    const { body: taken } = await scene
      .send(cases.partner, 'POST', `/filings/${next.reference}/withdraw`, {})
      .expect(200);
    expect(taken).toMatchObject({ status: 'WITHDRAWN' });
    expect(await eventsOf(next.reference)).toEqual(['filing.submitted', 'filing.withdrawn']);
  });

  it('say of which of their first filings it came, and nothing of anybody else’s', async () => {
    const { first } = await cases.filed();
    const other = await scene.register({ name: '示例·另一平台' });
    const change = cases.entry('CHANGE', first, { capacity: 130 });
    const unknown = ['FIRST_CASE_UNKNOWN', '/firstReference FIRST_CASE_UNKNOWN'];
    expect(await cases.refused(change, 422, other)).toEqual(unknown);
    expect(await cases.refused({ ...change, firstReference: 'BJ-NEVER' }, 422)).toEqual(unknown);
    const { first: theirs } = await cases.filed(other);
    expect(await cases.refused({ ...change, firstReference: theirs }, 422)).toEqual(unknown);

    const waiting = ['FIRST_CASE_NOT_IN_FORCE', '/firstReference FIRST_CASE_NOT_IN_FORCE'];
    expect(await cases.refused({ ...change, firstReference: await cases.drafted() }, 409)).toEqual(waiting);
    await cases.post(change).expect(201);
    const ofChange = cases.entry('CHANGE', change.reference, { capacity: 131 });
    expect(await cases.refused(ofChange, 409)).toEqual(waiting);
  });

  it('hand in nothing of what was revoked, and not where another filing has taken its place', async () => {
    const { first, filing } = await cases.filed();
    const change = cases.entry('CHANGE', first, { capacity: 130 });
    await cases.revoked(filing);
    expect(await cases.refused(change, 409)).toEqual(['FILING_REMOVED']);
    const { address } = filing.institution;
    const operator = await scene.app.person('OPERATOR');
    const anew = await cases.filings.accepted(operator, cases.registrar, 'ELDERLY_CARE', { address });
    expect(anew.institutionId).toBe(filing.institutionId);
    expect(await cases.refused(change, 409)).toEqual([
      'FIRST_CASE_NOT_IN_FORCE',
      '/firstReference FIRST_CASE_NOT_IN_FORCE',
    ]);
  });

  it('have a first filing accepted also where another account has come to hold the code since', async () => {
    const waiting = await cases.submit(await cases.drafted());
    await cases.filings.accepted(await scene.app.person('OPERATOR'), cases.registrar);
    expect(await cases.accept(waiting)).toMatchObject({ status: 'ACCEPTED' });
  });

  it('hand in for nobody but who applied first', async () => {
    const { first } = await cases.filed();
    const change = cases.entry('CHANGE', first, { capacity: 130 });
    const stranger = { ...APPLICANT, userReference: 'u-2' };
    const people = () =>
      scene.app.database.query(`select 1 from access.person where username like 'platform-%'`);
    const { length } = await people();
    const elsewhere = { ...APPLICANT, uscc: '916100000000000518' };
    for (const applicant of [stranger, elsewhere])
      expect(await cases.refused({ ...change, applicant }, 422)).toEqual([
        'NOT_FIRST_APPLICANT',
        '/applicant NOT_FIRST_APPLICANT',
      ]);
    expect(await people()).toHaveLength(length);
  });

  it('say what is handed in and of what, both or neither', async () => {
    const { first } = await cases.filed();
    const change = cases.entry('CHANGE', first, { capacity: 130 });
    expect(await cases.refused({ ...change, type: undefined }, 422)).toEqual([
      'VALIDATION_FAILED',
      '/firstReference NOT_OF_FIRST',
    ]);
    expect(await cases.refused({ ...change, firstReference: undefined }, 422)).toEqual([
      'VALIDATION_FAILED',
      '/firstReference REQUIRED',
    ]);
    const wrong = { ...change, type: 'RENAMING', firstReference: '..' };
    expect((await cases.refused(wrong, 422)).slice(1).map((line) => line.split(' ')[0])).toEqual([
      '/type',
      '/firstReference',
    ]);
    const narrowed = await scene.register({ kinds: ['ELDERLY_CARE', 'CHILDCARE'], name: '示例·两类平台' });
    const { first: own } = await cases.filed(narrowed);
    const asChildcare = { ...cases.entry('CHANGE', own, { capacity: 30 }), kind: 'CHILDCARE' };
    expect(await cases.refused(asChildcare, 422, narrowed)).toEqual([
      'VALIDATION_FAILED',
      '/kind OTHER_KIND',
    ]);
  });

  it.each([
    [{ kinds: ['CHILDCARE'] }, 'KIND_NOT_CONNECTED'],
    [{ districts: ['610113'] }, 'WRONG_DISTRICT'],
  ])('hand in nothing of what was taken from them: %j', async (narrower, code) => {
    const own = await scene.register({ name: `示例·${code}` });
    const { first } = await cases.filed(own);
    const admin = await scene.app.person('ADMINISTRATOR', { districts: ['*'] });
    await scene.app
      .as(admin)
      .patch(`/api/v1/partners/${own.partnerId}`)
      .set('if-match', '"1"')
      .send(narrower)
      .expect(200);
    const [refusal] = await cases.refused(cases.entry('CHANGE', first, { capacity: 130 }), 403, own);
    expect(refusal).toBe(code);
  });
});
