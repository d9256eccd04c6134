import { KIND_LABELS, LEAD_DEPARTMENT, type Kind } from '@zhaoguan/contracts';
import { verifyBundle } from '@zhaoguan/draw';
import { nodeSm3 } from '@zhaoguan/platform';
import { DEMO_DISTRICT } from './accounts';
import type { HttpClient } from './http-client';
import type { Stage } from './story';
import { waitFor } from './wait-for';

type Json = Record<string, unknown>;

/** An inspection that found something wrong, from which a case can be opened. */
export interface FailedInspection {
  readonly institutionId: string;
  readonly resultId: string;
}

/** The numbers are invented: nobody waits for the drawing in a demonstration. The issues are those of the coming year. */
const INVENTED_NUMBERS = '03,08,12,21,27,33|09';
const FIRST_ISSUE = 50;

/** Chapter two: plan, draw, inspections, publication, and the draw opened and verified. */
export async function inspect(stage: Stage, kind: Kind, faulty: string): Promise<FailedInspection> {
  const planner = await stage.as(stage.account('PLANNER'));
  const reviewer = await stage.as(stage.account('REVIEWER'));
  const drawId = await announceAndDraw(stage, kind, planner, reviewer);
  const failed = await visitAll(stage, kind, drawId, faulty);

  for (const result of await reviewer.list('/inspection-results?status=PENDING')) {
    await reviewer.post(`/inspection-results/${String(result['id'])}/publish`);
  }
  const published = await stage.public.get('/public/inspection-results?limit=1');
  stage.tell(
    '复核人',
    '公布检查结果',
    `最新一条：${JSON.stringify((published.body['items'] as Json[])[0]?.['resultLabel'] ?? '')}`,
  );

  await planner.post(`/draws/${drawId}/open`);
  const bundle = await stage.public.download(`/public/draws/${drawId}/bundle`);
  const verdict = verifyBundle(JSON.parse(bundle.bytes.toString('utf8')), nodeSm3);
  if (!verdict.ok) throw new Error(`公开的抽取没有通过验证：${JSON.stringify(verdict)}`);
  stage.tell('公众', '下载并重算抽取', `全部一致（${bundle.bytes.length} 字节）`);
  return failed;
}

async function announceAndDraw(
  stage: Stage,
  kind: Kind,
  planner: HttpClient,
  reviewer: HttpClient,
): Promise<string> {
  const items = (await planner.get(`/inspection-items?kind=${kind}`)).body['items'] as Json[];
  const plan = await planner.post('/inspection-plans', {
    title: `示例·2026年${KIND_LABELS[kind]}双随机抽查`,
    year: 2026,
    kind,
    districts: [DEMO_DISTRICT],
    itemIds: items.slice(0, 12).map((item) => item['id']),
    strata: [
      { key: 'A', basisPoints: 100, minimum: 1 },
      { key: 'B', basisPoints: 10_000, minimum: 1 },
      { key: 'C', basisPoints: 10_000, minimum: 1 },
      { key: 'D', basisPoints: 10_000, minimum: 1 },
    ],
    demands: [{ department: LEAD_DEPARTMENT[kind], inspectors: 2 }],
    maxLoad: 200,
  });
  const planId = String(plan.body['id']);
  stage.tell('计划人', `制定${KIND_LABELS[kind]}抽查计划`, '按信用等级分层：A 级抽 1%，B 级及以下全部检查');
  const round = await nextIssue(stage, Number(String(plan.body['createdAt']).slice(0, 4)) + 1);
  const value = `${round}:${INVENTED_NUMBERS}`;
  const announced = await planner.post(`/inspection-plans/${planId}/draws`, {
    beacon: { source: 'fucai-ssq', round },
  });
  const drawId = String(announced.body['id']);
  stage.tell('计划人', '发布抽取公告', `名单、摘要和承诺已公开，公开随机数为双色球第 ${round} 期`);
  await planner.post(`/draws/${drawId}/beacon`, {
    value,
    sourceUrl: 'https://example.org/demo-beacon',
  });
  stage.tell('计划人', '录入公开随机数', value);
  await reviewer.post(`/draws/${drawId}/beacon/confirm`, { value });
  const drawn = await waitFor('抽取结果', async () => {
    const { body } = await planner.get(`/draws/${drawId}`);
    return body['status'] === 'DRAWN' ? body : undefined;
  });
  stage.tell(
    '复核人',
    '确认公开随机数，抽取由后台任务完成',
    `结果摘要 ${String(drawn['resultDigest']).slice(0, 16)}…`,
  );
  return drawId;
}

/** The first issue of the year that no draw was announced with: a value that was entered once is known from then on. */
async function nextIssue(stage: Stage, year: number): Promise<string> {
  const draws = await stage.public.list('/public/draws');
  const used = new Set(draws.map(({ beacon }) => (beacon as Json)['round']));
  for (let issue = FIRST_ISSUE; ; issue += 1) {
    const round = `${year}${String(issue).padStart(3, '0')}`;
    if (!used.has(round)) return round;
  }
}

/** Every member of every team does its tasks; the institution `faulty` has one item that does not pass. */
async function visitAll(stage: Stage, kind: Kind, drawId: string, faulty: string): Promise<FailedInspection> {
  let failed: FailedInspection | undefined;
  let visits = 0;
  const inspectors = stage.accountsOf('INSPECTOR', LEAD_DEPARTMENT[kind]);
  await waitFor('检查任务', async () => {
    const lists = await Promise.all(
      inspectors.map(async (account) => tasksOf(await stage.as(account), drawId)),
    );
    return lists.some((list) => list.length > 0) ? true : undefined;
  });
  for (const account of inspectors) {
    const inspector = await stage.as(account);
    for (const task of await tasksOf(inspector, drawId)) {
      if (task['status'] !== 'ASSIGNED') continue;
      const outcome = await visit(inspector, String(task['id']), faulty);
      failed ??= outcome;
      visits += 1;
    }
  }
  stage.tell('检查人员', '实施检查并提交', `${visits} 家，每家两名检查人员`);
  if (!failed) throw new Error(`没有抽到 ${faulty}`);
  return failed;
}

const tasksOf = (inspector: HttpClient, drawId: string): Promise<Json[]> =>
  inspector.list(`/inspection-tasks?assignee=me&drawId=${drawId}`);

async function visit(
  inspector: HttpClient,
  id: string,
  faulty: string,
): Promise<FailedInspection | undefined> {
  const { body: task } = await inspector.post(`/inspection-tasks/${id}/start`);
  const institution = task['institution'] as Json;
  const fails = institution['id'] === faulty;
  const items = task['items'] as Json[];
  const serious = items.find((item) => item['severity'] === 'H') ?? items[0];
  await inspector.put(
    `/inspection-tasks/${id}/findings`,
    items.map((item) =>
      fails && item === serious
        ? { itemId: item['id'], outcome: 'FAIL', note: '示例：现场未能出示有效记录。' }
        : { itemId: item['id'], outcome: 'PASS' },
    ),
  );
  const result = fails ? 'PROBLEMS_PENDING' : 'NO_PROBLEM';
  const { body: submitted } = await inspector.post(`/inspection-tasks/${id}/submit`, { result });
  if (!fails) return undefined;
  return { institutionId: faulty, resultId: String(submitted['resultId']) };
}
