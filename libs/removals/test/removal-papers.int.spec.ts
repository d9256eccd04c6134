import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { JobRunner, rotateSigningKey, verifySm2 } from '@zhaoguan/platform';
import type { TestPerson } from '@zhaoguan/testing';
import { NOTICE, RemovalScene, type RemovalAnswer } from './removal-scene.builder';

interface Line {
  id: string;
  kind: string;
  title: string;
  number: string;
  authority: string;
  issuedOn: string;
  file: { sm3: string } | null;
  signature: { keyId: string } | null;
  endedAs: string | null;
  supersededBy: string | null;
}

interface Held {
  readonly bytes: Buffer;
  readonly sm3: string;
  readonly text: string;
  readonly code: string;
}

describe('the papers given out in a removal', () => {
  let scene: RemovalScene;
  beforeAll(async () => {
    scene = await RemovalScene.start();
  });
  afterAll(() => scene.app.stop());

  const papersOf = async (id: string, by: TestPerson = scene.operator): Promise<Line[]> => {
    await scene.app.idle();
    return (await scene.app.as(by).get(`/api/v1/removals/${id}/papers`).expect(200)).body.items as Line[];
  };
  const held = async (id: string, paperId: string): Promise<Held> => {
    const url = `/api/v1/removals/${id}/papers/${paperId}/file`;
    const bytes = (await scene.app.as(scene.operator).get(url).buffer(true).expect(200)).body as Buffer;
    const words = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString();
    return {
      bytes,
      sm3: createHash('sm3').update(bytes).digest('hex'),
      text: words.replace(/\s/g, ''),
      code: /\/papers\/(\S{19})/.exec(words)?.[1] ?? '',
    };
  };
  const check = async (query: Record<string, string>) =>
    (await scene.app.http.get('/api/v1/public/papers').query(query).expect(200)).body;
  const signatureOf = async (sm3: string) =>
    (await scene.app.http.get(`/api/v1/public/signatures/${sm3}`).expect(200)).body as {
      signature: string;
      publicKey: string;
      keyId: string;
    };
  const annul = ({ id }: RemovalAnswer) =>
    scene
      .post(scene.chief, `/${id}/annul`, { document: '示例复决字〔2026〕1号', reason: '事实不清' })
      .expect(200);
  const ordinalOf = (number: string): number => Number(/〕(\d+)号$/.exec(number)?.[1]);

  it('are numbered and signed, and say what the institution can do and where it acknowledges them', async () => {
    const { id } = await scene.decided();
    const [decision, notice, ...more] = (await papersOf(id)) as [Line, Line];
    expect(more).toEqual([]);
    expect(notice).toMatchObject({
      kind: 'REVOCATION_NOTICE',
      title: '撤销备案事先告知书',
      authority: '西安市长安区民政局',
      issuedOn: '2026-11-20',
      endedAs: 'CONCLUDED',
      endedOn: '2026-11-20',
    });
    expect(notice.number).toMatch(/^长民备撤告〔2026〕\d+号$/);
    expect(decision.number).toBe((await scene.get(id)).decisionNumber);
    for (const { id: paperId, number, title, signature } of [decision, notice]) {
      const { bytes, sm3, text } = await held(id, paperId);
      for (const expected of [number, title, '西安市长安区民政局', '受送达人（签名或者盖章）'])
        expect(text).toContain(expected);
      const signed = await signatureOf(sm3);
      expect(signed.keyId).toBe(signature?.keyId);
      expect(verifySm2(bytes, signed.signature, signed.publicKey)).toBe(true);
    }
  });

  it('ask beforehand for an answer to what is meant, and say in the decision what its author found', async () => {
    const facts = '经听取意见并复核，消防材料系他人代办，出具单位没有出具过。';
    const { id, ...rest } = await scene.decided(undefined, undefined, { facts });
    expect(rest['decision']).toMatchObject({ facts });
    const [decision, notice] = (await papersOf(id)) as [Line, Line];
    const [decided, told] = [await held(id, decision.id), await held(id, notice.id)];
    expect(told.text).toContain(`一、查明的事实、证据和理由${NOTICE.facts}二、拟作出的决定和依据`);
    expect(decided.text).toContain(`一、查明的事实${facts}二、事先告知和陈述申辩`);
    expect(decided.text).toContain('送达撤销备案事先告知书。你机构放弃陈述申辩。三、决定的理由和内容');
    for (const planned of ['拟', '建议', NOTICE.facts]) expect(decided.text).not.toContain(planned);
  });

  it('are checked by anybody: the decision by its number, the notice only by its code, an altered file never', async () => {
    const { id } = await scene.decided();
    const [decision, notice] = (await papersOf(id)) as [Line, Line];
    const [decided, told] = [await held(id, decision.id), await held(id, notice.id)];
    expect(await check({ number: decision.number })).toMatchObject({
      genuine: true,
      paper: { isPublic: true, addressee: '示例·长安颐养院', sm3: decided.sm3, endedAs: null },
    });
    expect(await check({ number: notice.number })).toEqual({ genuine: false });
    expect(await check({ code: told.code })).toMatchObject({
      genuine: true,
      paper: { addressee: null, isPublic: false },
    });
    const page = await scene.app.http.get(`/papers/${told.code}`).expect(200);
    expect(page.text).toContain('文书属实');
    expect(page.text).not.toContain('示例·长安颐养院');
    const send = (bytes: Buffer, status: number) =>
      scene.app.http.post('/papers/check').attach('file', bytes, '决定书.pdf').expect(status);
    expect((await send(decided.bytes, 200)).text).toContain('文件属实，没有改动');
    const altered = Buffer.from(decided.bytes);
    altered[200] = (altered[200] ?? 0) ^ 1;
    expect((await send(altered, 404)).text).toContain('没有查到这个文件');
  });

  it('say of what was meant that it was decided, also where the decision falls', async () => {
    const noticed = await scene.noticed();
    const [before] = (await papersOf(noticed.id)) as [Line];
    expect((await check({ code: (await held(noticed.id, before.id)).code })).paper).toMatchObject({
      endedAs: null,
      endedOn: null,
    });
    const removal = await scene.decided();
    const told = await held(removal.id, ((await papersOf(removal.id)) as [Line, Line])[1].id);
    const said = async (): Promise<string> =>
      (await scene.app.http.get(`/papers/${told.code}`).expect(200)).text;
    expect(await said()).toContain('出具时有效；本件2026年11月20日已办结');
    expect(await said()).not.toContain('现行有效');
    await annul(removal);
    expect(await said()).toContain('出具时有效；本件2026年11月20日已办结');
    expect((await check({ code: told.code })).paper).toMatchObject({
      endedAs: 'CONCLUDED',
      endedOn: '2026-11-20',
      supersededBy: null,
    });
  });

  it('say of a decision that was annulled that it is in force no more, and by which paper', async () => {
    const removal = await scene.decided();
    await annul(removal);
    const [restoration, decision] = (await papersOf(removal.id)) as [Line, Line];
    expect(restoration).toMatchObject({ kind: 'RESTORATION_NOTICE', endedAs: null });
    expect(restoration.number).toMatch(/^长民备恢〔2026〕\d+号$/);
    expect(decision).toMatchObject({ endedAs: 'ANNULLED', supersededBy: restoration.number });
    const { text } = await held(removal.id, restoration.id);
    for (const expected of [decision.number, '示例复决字〔2026〕1号', '事实不清', '恢复有效'])
      expect(text).toContain(expected);
    expect((await check({ number: decision.number })).paper).toMatchObject({
      endedAs: 'ANNULLED',
      supersededBy: restoration.number,
    });
    const page = await scene.app.http.get('/papers').query({ number: decision.number }).expect(200);
    expect(page.text).toContain(`决定已被撤销，不再有效，见 ${restoration.number}`);
    expect(page.text).not.toContain('现行有效');
  });

  it('make the file of the receipt one that was true once, as the check of its number says', async () => {
    const { id, institutionId, filingNumber } = await scene.registered();
    await scene.app.idle();
    const url = `/api/v1/filings/${id}/receipt.pdf`;
    const receipt = (await scene.app.as(scene.operator).get(url).buffer(true).expect(200)).body as Buffer;
    const sm3 = createHash('sm3').update(receipt).digest('hex');
    const said = async (): Promise<string> =>
      (await scene.app.http.post('/papers/check').attach('file', receipt, '回执.pdf').expect(200)).text;
    expect(await said()).toContain('现行有效');
    const removal = await scene.decided('FALSE_MATERIALS', institutionId);
    const html = await said();
    for (const expected of [
      '文件属实，没有改动',
      '出具时有效；2026年11月20日已被撤销，不再有效',
      '备案机关已于2026年11月20日撤销这项备案，原备案回执不再有效',
      filingNumber ?? '',
    ])
      expect(html).toContain(expected);
    expect(html).not.toContain('现行有效');
    expect((await check({ sm3 })).paper).toMatchObject({
      endedAs: 'REVOKED',
      endedOn: '2026-11-20',
      standing: { filingEnd: { endedAs: 'REVOKED' }, status: 'OPERATING' },
    });
    await annul(removal);
    expect(await said()).toContain('现行有效');
  });

  it('say of a notice that another took its place, and that its case was dropped', async () => {
    const { id } = await scene.proposed();
    await scene.post(scene.reviewer, `/${id}/send-back`, { reason: '补充证据' }).expect(200);
    await scene
      .post(scene.registrar, `/${id}/notice`, { facts: '补充的事实', service: 'ONLINE' })
      .expect(200);
    const [second, first] = (await papersOf(id)) as [Line, Line];
    expect(ordinalOf(second.number)).toBe(ordinalOf(first.number) + 1);
    expect(first).toMatchObject({ endedAs: 'REPLACED', supersededBy: second.number });
    await scene.post(scene.registrar, `/${id}/drop`, { reason: '证据不足' }).expect(200);
    expect((await papersOf(id)).map(({ endedAs }) => endedAs)).toEqual(['DROPPED', 'REPLACED']);
    const { code } = await held(id, second.id);
    const page = await scene.app.http.get(`/papers/${code}`).expect(200);
    expect(page.text).toContain('本件2026年11月20日已经终止办理，不再有效');
  });

  it('are numbered without a gap, also where decisions meet and where one is refused', async () => {
    const cases: RemovalAnswer[] = [];
    for (let i = 0; i < 3; i += 1) cases.push(await scene.proposed());
    const [last] = await scene.app.database.query<{ last: number }>(
      `select coalesce(max(last), 0) as last from removals.number_series where series = '长民备撤决〔2026〕'`,
    );
    await scene.app
      .as(scene.reviewer)
      .post(`/api/v1/removals/${cases[0]?.id}/decide`)
      .set('if-match', '"1"')
      .expect(412);
    const decided = await Promise.all(
      cases.map(async ({ id }) => (await scene.post(scene.reviewer, `/${id}/decide`).expect(200)).body),
    );
    const ordinals = decided.map((body) => ordinalOf((body as RemovalAnswer).decisionNumber ?? ''));
    const before = last?.last ?? 0;
    expect(ordinals.sort((a, b) => a - b)).toEqual([before + 1, before + 2, before + 3]);
  });

  it('of before a rotation of the key stay good by the old one', async () => {
    const { id } = await scene.decided();
    const [old] = (await papersOf(id)) as [Line];
    const before = await held(id, old.id);
    rotateSigningKey(scene.app.config);
    const other = await scene.decided();
    const [fresh] = (await papersOf(other.id)) as [Line];
    expect(fresh.signature?.keyId).not.toBe(old.signature?.keyId);
    const signed = await signatureOf(before.sm3);
    expect(signed.keyId).toBe(old.signature?.keyId);
    expect(verifySm2(before.bytes, signed.signature, signed.publicKey)).toBe(true);
  });

  it('are given out once for cases of before this version, with the numbers that their decisions had', async () => {
    const { app } = scene;
    const { id } = await scene.decided();
    await app.idle();
    const own = `removal_id = '${id}'`;
    await app.database.query(`
      alter table removals.paper disable trigger user;
      alter table removals.paper_print disable trigger user;
      delete from removals.paper_print where paper_id in (select p.id from removals.paper p where p.${own});
      delete from removals.paper where ${own};
      alter table removals.paper enable trigger user;
      alter table removals.paper_print enable trigger user;`);
    expect(await papersOf(id)).toEqual([]);
    const again = (key: string) => app.nest.get(JobRunner).run('removals.issue-papers', key, {});
    await again('first');
    const papers = await papersOf(id);
    await again('first');
    await again('second');
    expect((await papersOf(id)).map(({ number }) => number)).toEqual(papers.map(({ number }) => number));
    expect(papers.map(({ kind }) => kind).sort()).toEqual(['REVOCATION_DECISION', 'REVOCATION_NOTICE']);
    const decision = papers.find(({ kind }) => kind === 'REVOCATION_DECISION');
    expect(decision?.number).toBe((await scene.get(id)).decisionNumber);
  });

  it('are for who reads the case only, and say when they are not printed yet', async () => {
    const { app } = scene;
    const { id } = await scene.noticed();
    const [line] = (await papersOf(id, scene.registrar)) as [Line];
    const list = `/api/v1/removals/${id}/papers`;
    const strangers = [
      await app.person('OPERATOR'),
      await app.person('REGISTRAR', { departments: ['health'] }),
      await app.person('REGISTRAR', { districts: ['610102'] }),
    ];
    for (const stranger of strangers) {
      await app.as(stranger).get(list).expect(404);
      await app.as(stranger).get(`${list}/${line.id}/file`).expect(404);
    }
    await app.http.get(list).expect(401);
    const other = await scene.noticed();
    await app.as(scene.operator).get(`/api/v1/removals/${other.id}/papers/${line.id}/file`).expect(404);
  });
});
