import type { TestApp, TestPerson } from '@zhaoguan/testing';
import { RetractionBuilder } from '../../apps/portal/test/retraction.builder';
import { InspectedCounty } from '../../libs/enforcement/test/inspected.builder';
import { FilingBuilder } from '../../libs/filings/test/filing.builder';
import { buildInstitution } from '../../libs/institutions/test/institution.builder';

/** Addresses of the public site by what they show. */
export type Addresses = Readonly<Record<string, string>>;

const LONG_NAME = '示例·西安市长安区老年人日间照料与长期护理综合服务示范中心（有限合伙）第二分中心';

/** A county with everything the public can see, brought about by the same requests that people make. */
export async function fillPublicSite(app: TestApp): Promise<Addresses> {
  const officer = await app.person('CASE_OFFICER');
  const operator = await app.person('OPERATOR');
  const troubled = { name: '示例·长安夕照养护中心', operatorId: operator.id };
  const county = await InspectedCounty.build(app, officer, [troubled]);
  const [party] = county.parties;
  if (!party) throw new Error('nobody was inspected');
  await county.publish(app, party.resultId);
  const penalty = await penalise(app, officer, operator, party);
  const registered = await register(app);
  const draws = await drawAll(app, county);
  const registrar = await app.person('REGISTRAR');
  const filings = new FilingBuilder(app);
  const filing = await filings.accepted(operator, registrar);
  const retracted = await filings.accepted(operator, registrar);
  const retractions = new RetractionBuilder(app, filings, { operator, registrar });
  const { number } = await retractions.grant(await retractions.told(retracted, 'SUSPENSION', '2026-12-20'));
  await app.idle();
  return {
    home: '/',
    institutions: '/institutions',
    'institutions-none': '/institutions?q=没有这样的名字',
    'institutions-fault': '/institutions?q=春&kind=TAVERN',
    'institution-troubled': `/institutions/${party.institution.id}`,
    ...registered,
    results: '/inspection-results',
    'results-none': '/inspection-results?result=REFUSED',
    result: `/inspection-results/${party.resultId}`,
    penalties: '/penalties',
    'penalties-none': '/penalties?kind=CHILDCARE',
    penalty,
    ...draws,
    papers: '/papers',
    'paper-unknown': '/papers?number=长民备补〔2026〕999号',
    'signing-keys': '/signing-keys',
    'nonconformities-none': '/nonconformities',
    receipts: '/receipts',
    receipt: `/receipts/${filing.filingNumber}`,
    'receipt-retracted': `/receipts/${retracted.filingNumber}`,
    'paper-retraction': `/papers?number=${encodeURIComponent(number)}`,
    'receipt-unknown': '/receipts/610116-YL-2026-9999',
    guide: '/guide',
    'guide-item': '/guide/elderly-care-initial?district=610116',
    'guide-home-childcare': '/guide/home-childcare-suspension',
    'guide-sample': '/guide/childcare-initial/sample',
    'service-ratings': '/service-ratings',
    about: '/about',
    'credit-rules': '/credit-rules',
    'penalty-bases': '/penalty-bases',
    'data-licence': '/data-licence',
    missing: '/no/such/page',
  };
}

async function penalise(
  app: TestApp,
  officer: TestPerson,
  operator: TestPerson,
  party: InspectedCounty['parties'][number],
): Promise<string> {
  const post = (person: TestPerson, path: string, body: object) =>
    app.as(person).post(`/api/v1/penalty-cases${path}`).send(body);
  const opened = await post(officer, '', {
    institutionId: party.institution.id,
    findingIds: [party.binding],
    basisCode: 'YL_46_3',
  }).expect(201);
  const path = `/${opened.body.id}`;
  const notice = {
    measures: ['WARNING', 'FINE'],
    amountFen: 500_000,
    facts: '示例·现场检查发现。',
    reasons: '示例·情节严重。',
  };
  await post(officer, `${path}/notice`, notice).expect(200);
  await post(operator, `${path}/statement`, { text: '示例·已改正，请从轻处理。' }).expect(200);
  const decision = {
    outcome: 'PENALTY',
    text: '示例·决定给予警告，并处罚款五千元。',
    statementReview: '示例·已复核，理由不成立。',
  };
  await post(officer, `${path}/decide`, decision).expect(200);
  await app.idle();
  const { body } = await app.http.get('/api/v1/public/penalties').expect(200);
  return `/penalties/${body.items[0].id}`;
}

async function register(app: TestApp): Promise<Addresses> {
  const parts = ['春晖', '康宁', '小松果', '颐和'];
  for (const [district, place] of [
    ['330106', '西湖'],
    ['610104', '莲湖'],
    ['610116', '长安'],
  ] as const) {
    for (let i = 0; i < 9; i += 1) {
      const kind = i % 3 === 2 ? 'CHILDCARE' : 'ELDERLY_CARE';
      const name = `示例·${place}${parts[i % 4]}${i}${kind === 'CHILDCARE' ? '托育园' : '养护中心'}`;
      await buildInstitution(app.nest, { district, kind, name });
    }
  }
  const address = '示例街道示例社区示例路 1200 号示例花园小区东门北侧配套用房一层至三层';
  const longest = await buildInstitution(app.nest, { name: LONG_NAME, address });
  const unfiled = { name: '示例·长安旧桥养老院', filingNumber: null, filedOn: null, servicePhone: null };
  const suspended = await buildInstitution(app.nest, unfiled);
  await app.database.query(
    `update institutions.institution set status = 'SUSPENDED', grade = 'D', grade_since = '2026-10-12' where id = $1`,
    [suspended.id],
  );
  return {
    'institution-unseen': `/institutions/${longest.id}`,
    'institution-suspended': `/institutions/${suspended.id}`,
  };
}

/** One draw in each state that the public can meet. */
async function drawAll(app: TestApp, { inspections }: InspectedCounty): Promise<Addresses> {
  const { planner, reviewer } = inspections;
  const title = (name: string) => ({ title: `示例·2026年长安区养老机构${name}` });
  const opened = await inspections.drawn(title('第二次双随机抽查'));
  for (const { resultId } of await inspections.inspectAll()) {
    await app.as(reviewer).post(`/api/v1/inspection-results/${resultId}/publish`).expect(200);
  }
  await app.as(planner).post(`/api/v1/draws/${opened}/open`).expect(200);
  const drawn = await inspections.drawn(title('第三次双随机抽查'));
  const announced = await inspections.announce((await inspections.plan(title('年末抽查'))).id);
  const voided = await inspections.announce((await inspections.plan(title('消防专项抽查'))).id);
  const reason = '公告后发现名单漏列三家机构，须重新公告';
  await app.as(reviewer).post(`/api/v1/draws/${voided}/void`).send({ reason }).expect(200);
  return {
    draws: '/draws',
    'draw-opened': `/draws/${opened}`,
    'draw-drawn': `/draws/${drawn}?name=夕照`,
    'draw-announced': `/draws/${announced}?name=不在这里`,
    'draw-voided': `/draws/${voided}`,
    'draw-verify': `/draws/${opened}/verify`,
    'draw-verify-early': `/draws/${announced}/verify`,
    verify: '/verify',
    specification: '/spec/draw',
  };
}
