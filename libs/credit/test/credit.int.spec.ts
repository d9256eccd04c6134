import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemCaller, type EventMap, type JobMap } from '@zhaoguan/contracts';
import { ImportInstitutions, type Institution } from '@zhaoguan/institutions';
import { newId } from '@zhaoguan/kernel';
import { CLOCK, RNG, Scheduler, UnitOfWork } from '@zhaoguan/platform';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { buildInstitution, nextUscc } from '../../institutions/test/institution.builder';

const DAY_MS = 86_400_000;
type Result = EventMap['inspection-result.published'];

describe('the credit of an institution', () => {
  let app: TestApp;
  let reviewer: TestPerson;
  let operator: TestPerson;
  let target: Institution;

  beforeAll(async () => {
    app = await TestApp.start();
    reviewer = await app.person('REVIEWER');
    operator = await app.person('OPERATOR');
  });
  afterAll(() => app.stop());
  beforeEach(async () => {
    target = await buildInstitution(app.nest, { operatorId: operator.id });
  });

  const id = (): string => newId(app.nest.get(CLOCK), app.nest.get(RNG));
  /** The job alone, as the event would ask for it: no other module is told. */
  const ask = <J extends 'credit.record-result' | 'credit.record-penalty'>(job: J, payload: JobMap[J]) =>
    app.nest.get(UnitOfWork).run(systemCaller('test'), (tx) => tx.enqueue(job, payload));
  const result = (over: Partial<Result> = {}): Result => ({
    resultId: id(),
    institutionId: target.id,
    district: target.district,
    result: 'PROBLEMS_PENDING',
    inspectedOn: '2026-11-18',
    failures: [],
    ...over,
  });
  const penalty = (publicityClass: 'MINOR' | 'GENERAL' | 'SERIOUS'): EventMap['penalty.decided'] => ({
    caseId: id(),
    institutionId: target.id,
    district: target.district,
    decisionNumber: '610116-YL-罚决-2026-0001',
    decidedOn: '2026-11-20',
    measures: ['WARNING'],
    amountFen: 0,
    publicityClass,
  });
  const read = async (person = reviewer) => {
    const answer = await app.as(person).get(`/api/v1/institutions/${target.id}/credit`).expect(200);
    return answer.body as {
      score: number;
      grade: string;
      gradeSince: string;
      forcedBy: string[];
      events: { id: string; ruleCode: string; pointsNow: number; liftedOn: string | null }[];
      changes: { from: string | null; to: string; cause: string; events: string[] }[];
      improvements: string[];
    };
  };
  const registryGrade = async (): Promise<unknown> => {
    const [row] = await app.database.query<{ grade: string }>(
      'select grade from institutions.institution where id = $1',
      [target.id],
    );
    return row?.grade;
  };

  it('opens with the start score when the institution is registered', async () => {
    await app.idle();
    const [account] = await app.database.query(
      'select score, grade from credit.account where institution_id = $1',
      [target.id],
    );
    expect(account).toEqual({ score: 80, grade: 'B' });
    const credit = await read();
    expect(credit).toMatchObject({ score: 80, grade: 'B', events: [] });
    expect(credit.changes).toMatchObject([
      { from: null, to: 'B', cause: '开立信用档案，起评 80 分', events: [] },
    ]);
    expect(credit.improvements).toContain('检查未发现问题，可加 2 分');
  });

  it('tells what a penalty would do to it, and does nothing', async () => {
    await app.idle();
    const preview = (publicityClass: string, person = reviewer) =>
      app.as(person).get(`/api/v1/institutions/${target.id}/credit/preview?publicityClass=${publicityClass}`);
    expect((await preview('GENERAL').expect(200)).body).toMatchObject({
      on: '2026-11-20',
      points: 10,
      expiresOn: '2027-11-20',
      before: { score: 80, grade: 'B', gradeLabel: '信用一般' },
      after: { score: 70, grade: 'C' },
      outlook: [
        { on: '2027-05-20', score: 75, grade: 'B' },
        { on: '2027-11-20', score: 80, grade: 'B' },
      ],
    });
    expect((await preview('MINOR').expect(200)).body).toMatchObject({ after: { score: 77, grade: 'B' } });
    expect(await read()).toMatchObject({ score: 80, events: [] });
    await preview('WORST').expect(422);
    await preview('GENERAL', operator).expect(403);
    const elsewhere = await app.person('CASE_OFFICER', { districts: ['500152'] });
    await preview('GENERAL', elsewhere).expect(404);
  });

  it('is told to officials of the district and to the institution itself, to nobody else', async () => {
    expect(await read(operator)).toMatchObject({ score: 80 });
    const other = await app.person('OPERATOR');
    const elsewhere = await app.person('REVIEWER', { districts: ['500152'] });
    for (const person of [other, elsewhere]) {
      await app.as(person).get(`/api/v1/institutions/${target.id}/credit`).expect(404);
    }
    await app.http.get(`/api/v1/institutions/${target.id}/credit`).expect(401);
  });

  it('counts each event once, however often and in whatever order it comes', async () => {
    const bad = result({
      failures: [
        { itemCode: 'YL07', itemTitle: '示例检查项', severity: 'H' },
        { itemCode: 'YL08', itemTitle: '示例检查项', severity: 'M' },
      ],
    });
    const clean = result({ result: 'NO_PROBLEM' });
    await Promise.all([ask('credit.record-result', bad), ask('credit.record-result', clean)]);
    await ask('credit.record-result', bad);
    await Promise.all([ask('credit.record-penalty', penalty('MINOR')), ask('credit.record-result', clean)]);
    await app.idle();
    const credit = await read();
    expect(credit.events.map((event) => event.ruleCode).sort()).toEqual([
      'CLEAN_INSPECTION',
      'FINDING_MEDIUM',
      'FINDING_SERIOUS',
      'PENALTY_MINOR',
    ]);
    expect(credit).toMatchObject({ score: 72, grade: 'C', adjustments: [] });
    expect(credit).toMatchObject({ bands: [{ grade: 'A', min: 90, max: 100 }, {}, {}, { grade: 'D' }] });
    expect(await registryGrade()).toBe('C');
    const [{ reasons } = { reasons: [] }] = await app.database.query<{ reasons: { text: string }[] }>(
      'select reasons from credit.credit_public where institution_id = $1',
      [target.id],
    );
    expect(reasons).toHaveLength(3);
    expect(JSON.stringify(reasons)).not.toMatch(/轻微失信|points/);
  });

  it('is D while a veto item stands, until an official confirms that it was put right', async () => {
    await ask(
      'credit.record-result',
      result({ failures: [{ itemCode: 'YL07', itemTitle: '示例检查项', severity: 'V' }] }),
    );
    await app.idle();
    const before = await read();
    expect(before).toMatchObject({ score: 70, grade: 'D' });
    expect(before.forcedBy).toEqual([before.events[0]?.id]);
    expect(before.improvements[0]).toContain('整改');
    expect(await registryGrade()).toBe('D');

    const path = `/api/v1/institutions/${target.id}/credit/events/${before.forcedBy[0]}/rectified`;
    const note = { note: '复查合格' };
    const health = await app.person('REVIEWER', { departments: ['health'] });
    const elsewhere = await app.person('REVIEWER', { districts: ['500152'] });
    const officer = await app.person('CASE_OFFICER');
    await app.as(operator).post(path).send(note).expect(403);
    await app.as(officer).post(path).send(note).expect(403);
    await app.as(health).post(path).send(note).expect(404);
    await app.as(elsewhere).post(path).send(note).expect(404);
    await app.as(reviewer).post(path).send({ note: ' ' }).expect(422);
    // In a township that a functional area holds, the county around it decides nothing.
    const moveTo = (township: string | null) =>
      app.database.query('update institutions.institution set township = $1 where id = $2', [
        township,
        target.id,
      ]);
    await moveTo('610116005');
    const outside = await app.as(reviewer).post(path).send(note).expect(403);
    expect(outside.body.code).toBe('WRONG_DISTRICT');
    const preview = `/api/v1/institutions/${target.id}/credit/preview?publicityClass=GENERAL`;
    expect((await app.as(officer).get(preview).expect(403)).body.code).toBe('WRONG_DISTRICT');
    await moveTo(null);
    const answers = await Promise.all([1, 2].map(() => app.as(reviewer).post(path).send(note)));
    expect(answers.map((answer) => answer.status).sort()).toEqual([200, 409]);
    const after = await read();
    expect(after).toMatchObject({ score: 70, grade: 'C', forcedBy: [] });
    expect(after.events[0]?.liftedOn).toBe('2026-11-20');
    expect(after.changes.map(({ from, to }) => [from, to])).toEqual([
      ['D', 'C'],
      ['B', 'D'],
      [null, 'B'],
    ]);
    expect(await registryGrade()).toBe('C');
  });

  it('changes by time alone: the daily job takes up only what is due', async () => {
    await ask('credit.record-penalty', penalty('GENERAL'));
    const untouched = await buildInstitution(app.nest, {});
    await app.idle();
    expect(await read()).toMatchObject({ score: 70, grade: 'C' });
    const computedOn = (institutionId: string) =>
      app.database.query(
        `select computed_on::text as computed, next_change_on::text as next from credit.account where institution_id = $1`,
        [institutionId],
      );
    expect(await computedOn(target.id)).toEqual([{ computed: '2026-11-20', next: '2027-05-20' }]);
    app.clock.advance(181 * DAY_MS);
    try {
      await app.nest.get(Scheduler).tick();
      await app.idle();
      expect(await computedOn(target.id)).toEqual([{ computed: '2027-05-20', next: '2027-11-20' }]);
      expect(await computedOn(untouched.id)).toEqual([{ computed: '2026-11-20', next: null }]);
      expect(await registryGrade()).toBe('B');
      const credit = await read();
      expect(credit).toMatchObject({ score: 75, grade: 'B', gradeSince: '2027-05-20' });
      expect(credit.changes[0]).toMatchObject({ from: 'C', to: 'B', cause: '记分减半或者期满' });
    } finally {
      app.clock.advance(-181 * DAY_MS);
    }
  });

  it.each([
    ['A', { score: 90, after: 88, to: 'B' }],
    ['C', { score: 74, after: 72, to: 'C' }],
    ['D', { score: 59, after: 57, to: 'D' }],
  ])('begins with the grade %s of a directory, and stays so while nothing happens', async (grade, then) => {
    const account = () =>
      app.database.query<{ score: number; grade: string }>(
        'select score, grade from credit.account where institution_id = $1',
        [target.id],
      );
    target = await imported(grade);
    app.clock.advance(800 * DAY_MS);
    try {
      await app.nest.get(Scheduler).tick();
      await app.idle();
      expect(await account()).toEqual([]);
      expect(await registryGrade()).toBe(grade);
    } finally {
      app.clock.advance(-800 * DAY_MS);
    }
    const before = await read();
    expect(before).toMatchObject({ score: then.score, grade, gradeSince: '2026-11-20', changes: [] });
    expect(before.events).toMatchObject([
      { text: `导入名录时的信用等级 ${grade}`, basis: '系统默认评价规则' },
    ]);

    const shown = await app.http.get(`/api/v1/public/institutions/${target.id}`).expect(200);
    expect(shown.body.gradeReasons).toEqual([
      {
        text: `导入名录时的信用等级 ${grade}`,
        direction: grade === 'A' ? 'BONUS' : 'DEDUCT',
        on: '2026-11-20',
      },
    ]);

    await ask(
      'credit.record-result',
      result({ failures: [{ itemCode: 'YL08', itemTitle: '示例检查项', severity: 'M' }] }),
    );
    await app.idle();
    expect(await account()).toEqual([{ score: then.after, grade: then.to }]);
    expect(await registryGrade()).toBe(then.to);
    const changes = (await read()).changes;
    expect(changes.at(-1)).toMatchObject({
      from: null,
      to: grade,
      cause: `开立信用档案，按导入名录时的信用等级 ${grade}起评 ${then.score} 分`,
    });
  });

  /** A site as an import leaves it: no event told anybody, no account is open. */
  async function imported(grade: string): Promise<Institution> {
    const file = join(app.config.dataDir, `graded-${grade}.csv`);
    const uscc = nextUscc();
    const row = `示例·名录老院,${uscc},养老机构,610116,示例路名录${grade}号,33,${grade}`;
    writeFileSync(
      file,
      `机构名称,统一社会信用代码,机构类型,行政区划代码,详细地址,床位数/托位数,信用等级\n${row}\n`,
    );
    const summary = await app.nest
      .get(ImportInstitutions)
      .execute(systemCaller('test'), file, `${file}.report`);
    expect(summary).toMatchObject({ added: 1 });
    const [found] = await app.database.query<{ id: string }>(
      'select id from institutions.institution where uscc = $1',
      [uscc],
    );
    return { ...target, id: found?.id ?? '' };
  }

  it('keeps ledger and history from being changed', async () => {
    for (const table of ['event', 'event_lift', 'grade_change']) {
      await expect(app.database.query(`delete from credit.${table}`)).rejects.toThrow(/append-only/);
    }
  });
});
