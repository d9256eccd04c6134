import { execFileSync } from 'node:child_process';
import type { TestApp, TestPerson } from '@zhaoguan/testing';
import type { FilingAnswer, FilingBuilder } from './filing.builder';
import { startLicensing } from './licensing.builder';

const REMARK = { reasons: [{ pointer: '/institution/address', message: '住所应写到门牌号' }] };
const REASON = { reason: '场地租期不足3年。' };

describe('the papers about a licence that there is', () => {
  let app: TestApp;
  let filings: FilingBuilder;
  let operator: TestPerson;
  let health: TestPerson;
  beforeAll(async () => {
    ({ app, filings, operator, health } = await startLicensing());
  });
  afterAll(() => app.stop());

  /** What each paper of a case says, by its title. */
  const papers = async (id: string): Promise<Map<string, string>> => {
    const rows = await app.database.query<{ title: string; body: object }>(
      'select title, content as body from filings.paper where filing_id = $1 order by issued_at, id',
      [id],
    );
    return new Map(rows.map(({ title, body }) => [title, JSON.stringify(body)]));
  };
  const printed = async (path: string): Promise<string> => {
    const { body } = await app.as(operator).get(`/api/v1/filings/${path}`).buffer(true).expect(200);
    const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: body as Buffer }).toString();
    return text.replace(/\s/g, '');
  };
  const certificateOf = async (id: string): Promise<string> => {
    await app.idle();
    return printed(`${id}/receipt.pdf`);
  };
  const renewing = async (): Promise<{ number: string; renewal: FilingAnswer }> => {
    const { institutionId, filingNumber } = await filings.accepted(operator, health, 'CHILDCARE');
    const { body } = await app
      .as(operator)
      .post('/api/v1/filings')
      .send({ type: 'INITIAL', kind: 'CHILDCARE', institutionId })
      .expect(201);
    await filings.upload(operator, body as FilingAnswer);
    return {
      number: filingNumber ?? '',
      renewal: await filings.act(operator, body.id as string, 'submit'),
    };
  };

  it('say of one that goes on that it does, which it replaces, and only the term that is added', async () => {
    const {
      number,
      renewal: { id },
    } = await renewing();
    await filings.act(health, id, 'return', REMARK);
    await filings.act(operator, id, 'submit');
    await filings.act(health, id, 'admit');
    const granted = await filings.act(health, id, 'accept');
    expect(granted).toMatchObject({ validUntil: '2036-11-22' });
    const told = await papers(id);
    expect([...told.keys()]).toEqual([
      '托育机构服务许可延续申请材料收件凭证',
      '托育机构服务许可延续申请补正告知书',
      '托育机构服务许可延续申请受理通知书',
      '准予延续托育机构服务许可决定书',
    ]);
    for (const text of told.values())
      expect(text).toContain(`（申请延续编号${number}、有效期至2031年11月22日的许可证）`);
    const term = '延续至2036年11月22日（原有效期至2031年11月22日，延续的期限自2031年11月23日起算）';
    const decision = told.get('准予延续托育机构服务许可决定书') ?? '';
    expect(decision).toContain('《中华人民共和国行政许可法》第五十条第二款');
    expect(decision).toContain(
      `准予延续托育机构服务许可，编号${number}、有效期至2031年11月22日的许可证由编号${granted.filingNumber ?? ''}的许可证代替，有效期${term}。`,
    );
    const printed = await certificateOf(id);
    expect(printed).toContain(
      `第五十条，准予延续，编号${number}、有效期至2031年11月22日的许可证由本证代替。`,
    );
    expect(printed).toContain(term);
    expect(printed).not.toContain('自2026年11月23日');
    const history = await app.as(operator).get(`/api/v1/filings/${id}/history`).expect(200);
    expect(history.body.items.at(-1).legalBasis).toMatch(/第五十条第二款$/);
  });

  it('say of one that is not to go on that it holds until its last day', async () => {
    const {
      number,
      renewal: { id },
    } = await renewing();
    await filings.act(health, id, 'refuse', REASON);
    const text = (await papers(id)).get('不予延续托育机构服务许可决定书') ?? '';
    expect(text).toContain('第三十八条第二款、第五十条第二款，决定不予延续');
    expect(text).toContain(
      `本决定不影响现有许可在有效期内的效力：编号${number}、有效期至2031年11月22日的许可证继续有效，至2031年11月22日届满为止。`,
    );
  });

  it('say of a change that is refused what was asked for, and that the licence stays as it is', async () => {
    const { institutionId, filingNumber } = await filings.accepted(operator, health, 'CHILDCARE');
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 59 }, 'CHILDCARE');
    await filings.act(health, change.id, 'refuse', REASON);
    const text = (await papers(change.id)).get('不予托育机构服务变更许可决定书') ?? '';
    expect(text).toMatch(/决定不予变更.*60 个 → 59 个.*申请的变更事项/);
    expect(text).toContain(
      `本决定不影响现有许可：编号${filingNumber ?? ''}、有效期至2031年11月22日的许可证继续有效，许可事项维持不变。`,
    );
  });

  it('says in the new licence and in the decision alike what a change has changed, and by which article', async () => {
    const { institutionId, filingNumber } = await filings.accepted(operator, health, 'CHILDCARE');
    const change = await filings.filedAbout(operator, institutionId, 'CHANGE', { capacity: 59 }, 'CHILDCARE');
    await filings.act(health, change.id, 'accept');
    await app.idle();
    const { body: given } = await app.as(operator).get(`/api/v1/filings/${change.id}/papers`).expect(200);
    const [certificate, decision] = given.items as { id: string; kind: string }[];
    expect([certificate?.kind, decision?.kind]).toEqual(['RECEIPT', 'LICENCE_GRANT']);
    const texts = [
      await certificateOf(change.id),
      await printed(`${change.id}/papers/${decision?.id ?? ''}/file`),
    ];
    for (const text of texts) {
      expect(text).toMatch(/《示例托育服务条例》第八条.{1,3}《中华人民共和国行政许可法》第四十九条/);
      expect(text).not.toMatch(/第三十八条|备案/);
      expect(text).toMatch(/变更事项.*托位.{0,6}60个→59个/);
    }
    expect(texts[0]).toContain(
      '准予变更，以前颁发的同一编号的许可证由本证代替。变更事项和变更后的许可事项如下',
    );
    expect(texts[1]).toContain(`许可证编号${filingNumber ?? ''}不变，有效期不变，至2031年11月22日。`);
  });

  it('name on the licence, which hangs on a wall, the head and no number of theirs, nor who is asked', async () => {
    const { institutionId } = await filings.accepted(operator, health, 'CHILDCARE');
    const head = { name: '示例·赵园长', residentId: '610116189001010027', phone: '13800000009' };
    const contact = { name: '示例·钱经办', phone: '13800000008' };
    const change = await filings.filedAbout(
      operator,
      institutionId,
      'CHANGE',
      { legalRepresentative: head, contact },
      'CHILDCARE',
    );
    await filings.act(health, change.id, 'accept');
    const text = await certificateOf(change.id);
    expect(text).toContain('示例·赵园长');
    expect(text).toMatch(/姓名示例·李秀英→示例·赵园长.*已变更.*电话已变更/);
    expect(text).not.toMatch(/\*{3}|示例·钱经办|138000000/);
  });

  it('tell the numbers of the place in which it is granted', async () => {
    const here: Record<string, object> = {
      LICENCE_RENEWAL: { value: 60 },
      LICENCE_SERVICE: { value: 5 },
      CLASS_SIZE_MIXED: { value: 16 },
      CCTV_RETENTION: { value: 6, unit: 'MONTH' },
    };
    for (const [code, more] of Object.entries(here)) {
      await app.database.query(
        `insert into reference.entry (id, list, key, position, data)
         select uuidv7(), list, $1, 9999, data || $2 from reference.entry where list = 'terms' and data ->> 'code' = $1`,
        [code, { ...more, jurisdiction: '610116' }],
      );
    }
    app.clock.advance(61_000);
    const { id } = await filings.accepted(operator, health, 'CHILDCARE');
    const decision = (await papers(id)).get('准予托育机构服务许可决定书') ?? '';
    expect(decision).toContain('自作出决定之日起5个工作日内颁发、送达');
    expect(decision).toContain('应当在有效期届满60日前向本机关申请');
    const annex = await certificateOf(id);
    expect(annex).toContain('托大班不超过20人，18个月以上混合编班不超过16人');
    expect(annex).toContain('监控录像资料保存期不少于6个月');
  });
});
