import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestPerson } from '@zhaoguan/testing';
import { CaseScene, NOTICE, PENALTY } from './case-scene.builder';

const REFUSES = {
  severity: 'REFUSES',
  condition: '逾期不改正的',
  measures: ['FINE'],
  minFineFen: 0,
  maxFineFen: 3_000_000,
};

/** The text of a PDF as a reader finds it, without the breaks of its lines. */
function textIn(pdf: Buffer): string {
  const folder = mkdtempSync(join(tmpdir(), 'zhaoguan-case-'));
  try {
    writeFileSync(join(folder, 'case.pdf'), pdf);
    return execFileSync('pdftotext', [join(folder, 'case.pdf'), '-'])
      .toString()
      .replace(/[\s\f]+/g, '');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('the documents of a penalty case', () => {
  let scene: CaseScene;
  beforeAll(async () => {
    scene = await CaseScene.start(7);
  }, 120_000);
  afterAll(() => scene.app.stop());
  const get = (person: TestPerson, id: string, name: 'notice' | 'decision') =>
    scene.app.as(person).get(`/api/v1/penalty-cases/${id}/${name}.pdf`);
  const read = async (person: TestPerson, id: string, name: 'notice' | 'decision') => {
    const answer = await get(person, id, name)
      .buffer(true)
      .expect(200)
      .expect('content-type', 'application/pdf');
    return textIn(answer.body as Buffer);
  };

  it('say in the notice who is told what, on which evidence and basis, and until when it may speak', async () => {
    const id = await scene.noticed();
    const { body } = await scene.app.as(scene.officer).get(`/api/v1/penalty-cases/${id}`).expect(200);
    const text = await read(scene.officer, id, 'notice');
    for (const part of [
      '西安市长安区民政局',
      '行政处罚事先告知书',
      `案号：${body.caseNumber}`,
      `当事人：${body.institutionName}`,
      `统一社会信用代码：${body.uscc}`,
      '住所：',
      '二层疏散通道堆放杂物',
      '现场检查记录及所附证据',
      `执法证号：${body.investigators.join('、')}`,
      `${body.basis.law}${body.basis.article}`,
      '警告、罚款（罚款人民币5,000元，大写伍仟元整）',
      '2026年11月27日前（含当日）在线提交',
      '不属于《中华人民共和国行政处罚法》第六十三条规定',
      '2026年11月20日',
      '联系电话：029-0000 0000（示例号码）',
      '第 1 页 共 2 页',
      '第 2 页 共 2 页',
    ])
      expect(text).toContain(part.replace(/\s/g, ''));
    await get(scene.officer, id, 'decision')
      .expect(404)
      .expect(/NO_CASE_DOCUMENT/);
  });

  it('go on naming the address of the party as it was, when it moves afterwards', async () => {
    const id = await scene.noticed();
    const before = await read(scene.officer, id, 'notice');
    await scene.app.database.query(
      `update institutions.institution set address = '示例·新址九号'
        where id = (select institution_id from enforcement.penalty_case where id = $1)`,
      [id],
    );
    expect(await read(scene.officer, id, 'notice')).toBe(before);
  });

  it('say in the decision how the party was heard, what is imposed, when it is paid and what can be done against it', async () => {
    const id = await scene.stated();
    const review = { statementReview: '改正及时的意见予以采纳。' };
    await scene.post(scene.officer, `/${id}/decide`, { ...PENALTY, ...review }).expect(200);
    const { body } = await scene.app.as(scene.officer).get(`/api/v1/penalty-cases/${id}`).expect(200);
    const text = await read(scene.operator, id, 'decision');
    for (const part of [
      '行政处罚决定书',
      `文号：${body.decision.number}`,
      '本机关于2026年11月20日告知你单位',
      '你单位于2026年11月20日提出陈述、申辩',
      '经复核：改正及时的意见予以采纳。',
      '本机关决定：警告、罚款（罚款人民币5,000元，大写伍仟元整）',
      '罚款应当自收到本决定书之日起十五日内',
      '每日按罚款数额的百分之三加处罚款',
      '按缴款通知所列账户缴纳',
      '自收到本决定书之日起六十日内向西安市长安区人民政府申请行政复议',
      '自收到本决定书之日起六个月内依法',
      '向有管辖权的人民法院',
      '提起行政诉讼',
      '受送达人（签名或者盖章）',
    ])
      expect(text).toContain(part);
  });

  it('name the order to correct that was not followed, which such a penalty presupposes', async () => {
    const { officer, post } = scene;
    const id = await scene.opened('YL_LAW_45_4');
    const notice = { ...NOTICE, measures: ['SUSPEND_FOR_RECTIFICATION'], amountFen: 0 };
    // That measure opens a hearing, which is told first: a clause for which an order alone is wanted is given to the case.
    await scene.app.database.query(
      `update enforcement.penalty_case set basis = jsonb_set(basis, '{tiers}', $2::jsonb) where id = $1`,
      [id, JSON.stringify([REFUSES])],
    );
    const fine = { ...notice, measures: ['FINE'], amountFen: 500_000 };
    const missing = await post(officer, `/${id}/notice`, fine).expect(422);
    expect(missing.body).toMatchObject({
      code: 'PRIOR_ORDER_REQUIRED',
      errors: [{ pointer: '/priorOrder' }],
    });
    const order = { documentNumber: '长民责改〔2026〕3号', orderedOn: '2026-10-12', dueOn: '2026-10-26' };
    await post(officer, `/${id}/notice`, { ...fine, priorOrder: [order] }).expect(422);
    const late = { ...fine, priorOrder: { ...order, dueOn: '2026-11-20' } };
    const refused = await post(officer, `/${id}/notice`, late).expect(422);
    expect(refused.body).toMatchObject({
      code: 'PRIOR_ORDER_INVALID',
      errors: [{ pointer: '/priorOrder/dueOn' }],
    });
    await post(officer, `/${id}/notice`, { ...fine, priorOrder: { ...order, dueOn: '2026-02-30' } }).expect(
      422,
    );
    // A number is one line, whatever was pasted.
    const pasted = { ...order, documentNumber: ' 长民责改\n〔2026〕3号\t' };
    const { body } = await post(officer, `/${id}/notice`, { ...fine, priorOrder: pasted }).expect(200);
    expect(body.notice.priorOrder).toEqual({ ...order, documentNumber: '长民责改 〔2026〕3号' });
    const text = await read(scene.operator, id, 'notice');
    expect(text).toContain('本机关于2026年10月12日作出责令改正的决定（文号：长民责改〔2026〕3号）');
    expect(text).toContain('2026年10月26日前（含当日）改正');
  });

  it('say that nothing is imposed where nothing is', async () => {
    const id = await scene.noticed();
    const none = { outcome: 'NO_PENALTY', text: '违法行为轻微并及时改正。' };
    await scene.post(scene.officer, `/${id}/decide`, none).expect(200);
    const text = await read(scene.officer, id, 'decision');
    expect(text).toContain('不予行政处罚决定书');
    expect(text).toContain('违法行为轻微并及时改正。');
    expect(text).not.toContain('缴纳罚款');
  });

  it('are for its department and its district, and for the party from the notice on', async () => {
    const { app, operator, stranger } = scene;
    const id = await scene.opened();
    await get(operator, id, 'notice').expect(404);
    await get(scene.officer, id, 'notice').expect(404);
    const noticed = await scene.noticed();
    await get(operator, noticed, 'notice').expect(200);
    await get(await app.person('REVIEWER'), noticed, 'notice').expect(200);
    await get(stranger, noticed, 'notice').expect(404);
    await get(await app.person('CASE_OFFICER', { districts: ['500152'] }), noticed, 'notice').expect(404);
    await get(await app.person('CASE_OFFICER', { departments: ['health'] }), noticed, 'notice').expect(404);
    await get(await app.person('REGISTRAR'), noticed, 'notice').expect(403);
  });
});
