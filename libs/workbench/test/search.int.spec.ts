import type { Role } from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import { TestApp, type TestPerson } from '@zhaoguan/testing';
import { CaseScene, NOTICE, PENALTY } from '../../enforcement/test/case-scene.builder';
import { FilingBuilder } from '../../filings/test/filing.builder';
import { InspectionBuilder } from '../../inspections/test/inspection.builder';

type Cast = Record<string, TestPerson>;

interface Answer {
  readonly groups: {
    readonly group: string;
    readonly items: {
      readonly subject: { readonly id: string };
      readonly title: string;
      readonly detail: string;
    }[];
    readonly more: boolean;
  }[];
}

async function search(app: TestApp, person: TestPerson, q: string): Promise<Answer> {
  const answer = await app.as(person).get('/api/v1/search').query({ q }).expect(200);
  return answer.body as Answer;
}

/** In which groups each of the cast finds this subject. */
async function whoFinds(app: TestApp, cast: Cast, q: string, id: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, person] of Object.entries(cast)) {
    const groups = (await search(app, person, q)).groups.filter(({ items }) =>
      items.some(({ subject }) => subject.id === id),
    );
    if (groups.length > 0) found[name] = groups.map(({ group }) => group).join(' ');
  }
  return found;
}

async function castOf(app: TestApp, roles: readonly Role[]): Promise<Cast> {
  const cast: Cast = {};
  for (const role of roles) {
    const name = role.toLowerCase();
    cast[name] = await app.person(role);
    cast[`${name} of health`] = await app.person(role, { departments: ['health'] });
    cast[`${name} elsewhere`] = await app.person(role, { districts: ['500152'] });
  }
  cast['registrar of the country'] = await app.person('REGISTRAR', { districts: ['*'] });
  cast['another operator'] = await app.person('OPERATOR');
  return cast;
}

describe('searching', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let county: InspectionBuilder;
  let cast: Cast;
  let operator: TestPerson;
  beforeAll(async () => {
    app = await TestApp.start();
    filings = new FilingBuilder(app);
    cast = await castOf(app, [
      'REGISTRAR',
      'PLANNER',
      'INSPECTOR',
      'REVIEWER',
      'CASE_OFFICER',
      'ADMINISTRATOR',
    ]);
    cast['operator'] = operator = await app.person('OPERATOR');
    county = await new InspectionBuilder(app, 'CHILDCARE').prepare({ inspectors: 2, institutions: 0 });
    await county.addInstitution({ operatorId: operator.id });
    cast['member'] = county.inspectors[0]!;
  });
  afterAll(() => app.stop());
  const INSTITUTIONS_OF_THE_COUNTY = Object.fromEntries(
    ['registrar', 'planner', 'inspector', 'reviewer', 'case_officer', 'administrator']
      .flatMap((name) => [name, `${name} of health`])
      .map((name) => [name, 'INSTITUTIONS']),
  );

  it('shows a draft to nobody but its applicant', async () => {
    const { id } = await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·草拟养护院' });
    expect(await whoFinds(app, cast, '草拟', id)).toEqual({ operator: 'FILINGS' });
  });

  it('shows a filing to the department in charge, in the county and above it', async () => {
    const { id } = await filings.submitted(operator, 'ELDERLY_CARE', { name: '示例·琉璃颐养院' });
    const expected = {
      registrar: 'FILINGS',
      'registrar of the country': 'FILINGS',
      reviewer: 'FILINGS',
      operator: 'FILINGS',
    };
    expect(await whoFinds(app, cast, '琉璃', id)).toEqual(expected);
    const health = await filings.submitted(operator, 'CHILDCARE', { name: '示例·琥珀托育园' });
    expect(await whoFinds(app, cast, '琥珀', health.id)).toEqual({
      'registrar of health': 'FILINGS',
      'reviewer of health': 'FILINGS',
      operator: 'FILINGS',
    });
  });

  it('shows an institution to every official of the county, and to its operator', async () => {
    const accepted = await filings.accepted(operator, cast['registrar']!, 'ELDERLY_CARE', {
      name: '示例·珊瑚颐养院',
    });
    await app.idle();
    const expected = {
      ...INSTITUTIONS_OF_THE_COUNTY,
      member: 'INSTITUTIONS',
      'registrar of the country': 'INSTITUTIONS',
      operator: 'INSTITUTIONS',
    };
    expect(await whoFinds(app, cast, '珊瑚', accepted.institutionId!)).toEqual(expected);
    const number = accepted.filingNumber!;
    expect(await whoFinds(app, cast, number, accepted.institutionId!)).toEqual(expected);
    const sloppy = ` ${number.toLowerCase().replaceAll('-', '－')} `;
    expect(await whoFinds(app, cast, sloppy, accepted.id)).toEqual({
      registrar: 'FILINGS',
      'registrar of the country': 'FILINGS',
      reviewer: 'FILINGS',
      operator: 'FILINGS',
    });
  });

  it('says of each case of an institution what it is about, how it stands and since when', async () => {
    const registrar = cast['registrar']!;
    const { institutionId, filingNumber } = await filings.accepted(operator, registrar, 'ELDERLY_CARE', {
      name: '示例·玛瑙颐养院',
    });
    await app.idle();
    await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 150 });
    const day = chineseDate(dateInShanghai(app.clock.now()));
    const { groups } = await search(app, registrar, '玛瑙');
    expect(
      groups.find(({ group }) => group === 'FILINGS')!.items.map(({ title, detail }) => `${title} ${detail}`),
    ).toEqual([
      expect.stringMatching(`^示例·玛瑙颐养院 养老机构变更备案 · 已提交 · ${day}提交 · 5`),
      `示例·玛瑙颐养院 养老机构首次备案 · 已备案 · ${day}办结 · ${filingNumber}`,
    ]);
  });

  it('says of a draft on which day it was begun, by which drafts of one name are told apart', async () => {
    const day = () => chineseDate(dateInShanghai(app.clock.now()));
    const begun = day();
    await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·翡翠颐养院' });
    app.clock.advance(24 * 3_600_000);
    await filings.draft(operator, 'ELDERLY_CARE', { name: '示例·翡翠颐养院' });
    const [found] = (await search(app, operator, '翡翠')).groups;
    expect(found?.items.map(({ detail }) => detail)).toEqual(
      [day(), begun].map((each) => expect.stringContaining(`养老机构首次备案 · 草稿 · ${each}开始填写 · `)),
    );
  });

  it('shows people to the administrators who look after them, by name and by username', async () => {
    const clerk = await app.person('REGISTRAR', { name: '示例·欧阳受理' });
    const applicant = await app.person('OPERATOR', { name: '示例·欧阳经办' });
    const expected = { administrator: 'PEOPLE', 'administrator of health': 'PEOPLE' };
    expect(await whoFinds(app, cast, '欧阳', clerk.id)).toEqual(expected);
    expect(await whoFinds(app, cast, clerk.username, clerk.id)).toEqual(expected);
    expect(await whoFinds(app, cast, '欧阳', applicant.id)).toEqual({});
  });

  it('shows five of a group at most, and says when there are more', async () => {
    for (let i = 0; i < 6; i += 1) await filings.draft(operator, 'ELDERLY_CARE', { name: `示例·众多院${i}` });
    const { groups } = await search(app, operator, '众多院');
    expect(groups.map(({ group, items, more }) => [group, items.length, more])).toEqual([
      ['FILINGS', 5, true],
    ]);
    expect((await search(app, operator, '众多院3')).groups[0]).toMatchObject({ more: false });
  });

  it('shows the very name that was typed before those that hold it', async () => {
    const registrar = await app.person('REGISTRAR');
    const { institutionId } = await filings.accepted(operator, registrar);
    // As many newer ones as are looked at, and one more: all of them hold the name.
    await app.database.query(`update institutions.institution set name = '示例·导入院17' where id = $1`, [
      institutionId,
    ]);
    await app.database.query(
      `insert into institutions.institution
         (id, kind, name, uscc, legal_form, address, district, capacity, status, source, registered_at, version)
       select uuidv7(), 'ELDERLY_CARE', '示例·导入院17' || i, '52610116MJY' || lpad(i::text, 7, '0'),
              'PRIVATE_NON_ENTERPRISE', '示例路' || i || '号', '610116', 100, 'OPERATING', 'IMPORT', now(), 1
         from generate_series(1, 2001) as i`,
    );
    const { groups } = await search(app, registrar, '示例·导入院17');
    const found = groups.find(({ group }) => group === 'INSTITUTIONS');
    expect(found?.items[0]).toMatchObject({ subject: { id: institutionId }, title: '示例·导入院17' });
    expect(found?.more).toBe(true);
  });

  it.each([
    ['', 422],
    ['院', 422],
    ['%_', 200],
    ['院'.repeat(51), 422],
    ['\u0000\u0000', 422],
  ])('answers %j with %s', async (q, status) => {
    const answer = await app.as(operator).get('/api/v1/search').query({ q }).expect(status);
    expect(answer.body.groups ?? []).toEqual([]);
  });

  it('is closed to whoever has not signed in', () => app.http.get('/api/v1/search?q=颐养').expect(401));

  it('shows a plan to planners and reviewers of its districts', async () => {
    const { id } = await county.plan({ title: '示例·玛瑙专项抽查' });
    expect(await whoFinds(app, cast, '玛瑙', id)).toEqual({
      planner: 'PLANS',
      'planner of health': 'PLANS',
      reviewer: 'PLANS',
      'reviewer of health': 'PLANS',
    });
  });

  it('shows what is drawn to its team alone until it begins, then to those who may know', async () => {
    await county.drawn();
    const { task, member } = await county.someTask();
    const name = county.institutions[0]!.name;
    expect(await whoFinds(app, cast, name, task.id)).toEqual({ member: 'TASKS' });
    const begun = await county.start(member, task.id);
    const planning = Object.fromEntries(
      ['planner', 'planner of health', 'reviewer', 'reviewer of health'].map((who) => [who, 'TASKS']),
    );
    expect(await whoFinds(app, cast, name, task.id)).toEqual({
      ...planning,
      member: 'TASKS',
      operator: 'TASKS',
    });
    await county.record(member, begun);
    await county.submit(member, task.id, 'NO_PROBLEM');
    expect(await whoFinds(app, cast, name, task.id)).toEqual({
      ...planning,
      member: 'TASKS',
      operator: 'TASKS',
      case_officer: 'TASKS',
      'case_officer of health': 'TASKS',
    });
  });
});

describe('searching for penalty cases', () => {
  let scene: CaseScene;
  let cast: Cast;
  beforeAll(async () => {
    scene = await CaseScene.start(2);
    cast = await castOf(scene.app, ['CASE_OFFICER', 'REVIEWER', 'PLANNER']);
    cast['party'] = scene.operator;
    cast['stranger'] = scene.stranger;
  }, 120_000);
  afterAll(() => scene.app.stop());

  it('shows a case to its department, and to the party from the notice on, by name and by number', async () => {
    const { app, officer } = scene;
    const party = scene.ordinary();
    const { name } = party.institution;
    const opened = await scene.post(officer, '', scene.caseOn(party)).expect(201);
    const { id, caseNumber } = opened.body as { id: string; caseNumber: string };
    const department = { case_officer: 'CASES', reviewer: 'CASES' };
    expect(await whoFinds(app, cast, name, id)).toEqual(department);
    await scene.post(officer, `/${id}/notice`, NOTICE).expect(200);
    expect(await whoFinds(app, cast, name, id)).toEqual({ ...department, party: 'CASES' });
    await scene.post(scene.operator, `/${id}/statement`, { text: '已改正' }).expect(200);
    const decided = await scene
      .post(officer, `/${id}/decide`, { ...PENALTY, statementReview: '不予采纳' })
      .expect(200);
    const { number } = decided.body.decision as { number: string };
    for (const q of [caseNumber, number])
      expect(await whoFinds(app, cast, q, id)).toEqual({ ...department, party: 'CASES' });
  });
});
