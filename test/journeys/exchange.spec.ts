import { spawn } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { nodeSm3, projectRoot } from '@zhaoguan/platform';
import { TestApp } from '@zhaoguan/testing';
import { PDF } from '../../libs/filings/test/filing.builder';

interface Step {
  readonly step: string;
  readonly [fact: string]: unknown;
}

/** A port that is free now. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  await new Promise((closed) => server.close(closed));
  return port;
}

/** The example of docs/guide/exchange.md, as a partner would run it: a program of its own, over real HTTP. */
describe('the example client of the exchange', () => {
  let app: TestApp;
  let folder: string;
  beforeAll(async () => {
    app = await TestApp.start();
    await app.nest.listen(0, '127.0.0.1');
    folder = mkdtempSync(join(tmpdir(), 'zhaoguan-exchange-'));
  });
  afterAll(async () => {
    rmSync(folder, { recursive: true, force: true });
    await app.stop();
  });

  it('hands in a case beside one that was decided before, tells what is returned, hears of the decision, fetches the receipt, changes what was filed, and ends with what its applicant takes back', async () => {
    const administrator = await app.person('ADMINISTRATOR');
    const registrar = await app.person('REGISTRAR');
    const webhookPort = await freePort();
    const { body: issued } = await app
      .as(administrator)
      .post('/api/v1/partners')
      .send({
        name: '示例·省政务服务平台',
        districts: ['610116'],
        kinds: ['ELDERLY_CARE'],
        webhookUrl: `http://127.0.0.1:${webhookPort}/zhaoguan`,
      })
      .expect(201);
    const { keyId, secret } = issued as { keyId: string; secret: string };
    const [material, receipt] = [join(folder, 'material.pdf'), join(folder, 'receipt.pdf')];
    writeFileSync(material, PDF);
    const { port } = app.nest.getHttpServer().address() as AddressInfo;
    const env = {
      ZHAOGUAN_URL: `http://127.0.0.1:${port}`,
      ZHAOGUAN_KEY: keyId,
      ZHAOGUAN_SECRET: secret,
      WEBHOOK_PORT: String(webhookPort),
      CLOCK_OFFSET_SECONDS: String((app.clock.now().getTime() - Date.now()) / 1000),
    };
    /** Runs a program of the guide to its end; what it says is answered as it comes. */
    const run = async (args: string[], answer: (step: Step) => Promise<void>): Promise<Step[]> => {
      const client = spawn(process.execPath, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
      const ended = new Promise<number | null>((resolve) => client.on('close', resolve));
      const complaints: string[] = [];
      client.stderr.on('data', (piece: Buffer) => complaints.push(piece.toString()));
      const steps: Step[] = [];
      for await (const line of createInterface({ input: client.stdout })) {
        const step = JSON.parse(line) as Step;
        steps.push(step);
        await answer(step);
      }
      expect({ complaints, code: await ended }).toEqual({ complaints: [], code: 0 });
      return steps;
    };
    const decide = (id: unknown, act: string, body: object = {}) =>
      app
        .as(registrar)
        .post(`/api/v1/filings/${String(id)}/${act}`)
        .send(body)
        .expect(200);

    const colleague = await app.person('REGISTRAR');
    /** After the decision, of which the programs hear as of everything else. */
    const mismatch = async (id: unknown): Promise<void> => {
      const path = `/api/v1/filings/${String(id)}`;
      const { body } = await app.as(registrar).get(`${path}/verifications`).expect(200);
      const [{ version, facts }] = body.items as [{ version: number; facts: { pointer: string }[] }];
      await app
        .as(registrar)
        .post(`${path}/verification/record`)
        .set('if-match', `"${version}"`)
        .send({
          officerIds: [registrar.id, colleague.id],
          visitedOn: '2026-11-20',
          note: '已当面告知',
          facts: facts.map(({ pointer }) =>
            pointer === '/institution/capacity'
              ? { pointer, matches: false, found: '96 张' }
              : { pointer, matches: true },
          ),
        })
        .expect(200);
    };

    const guide = join(projectRoot(), 'docs/guide/exchange-client');
    const other = join(folder, 'other');
    cpSync(guide, other, { recursive: true });
    const entry = JSON.parse(readFileSync(join(guide, 'case.json'), 'utf8')) as {
      reference: string;
      institution: { address: string };
    };
    const institution = { ...entry.institution, address: `${entry.institution.address}之九` };
    writeFileSync(join(other, 'case.json'), JSON.stringify({ ...entry, reference: 'EARLIER', institution }));
    let earlier: unknown;
    await run([join(other, 'example.mjs'), material, join(folder, 'other.pdf')], async ({ step, id }) => {
      if (step === 'submitted') await decide((earlier = id), 'accept');
    });
    await mismatch(earlier);

    const { reference } = entry;
    const follow = `import { ExchangeClient } from ${JSON.stringify(pathToFileURL(join(guide, 'client.mjs')).href)};
      const { env } = process;
      const client = new ExchangeClient({ baseUrl: env.ZHAOGUAN_URL, keyId: env.ZHAOGUAN_KEY, secret: env.ZHAOGUAN_SECRET,
        clockOffsetSeconds: Number(env.CLOCK_OFFSET_SECONDS) });
      for (const change of (await client.changes('0')).items.filter(({ verification }) => verification !== null))
        console.log(JSON.stringify({ step: change.event, ...change }));`;
    await app.idle();
    expect(await run(['--input-type=module', '-e', follow], async () => {})).toMatchObject([
      {
        step: 'verification.mismatch-found',
        reference: 'EARLIER',
        verification: { items: ['床位数'], toDo: expect.stringContaining('到主管部门办理变更备案') },
      },
    ]);
    const correct = `import { ExchangeClient } from ${JSON.stringify(pathToFileURL(join(guide, 'client.mjs')).href)};
      const { env } = process;
      const client = new ExchangeClient({ baseUrl: env.ZHAOGUAN_URL, keyId: env.ZHAOGUAN_KEY, secret: env.ZHAOGUAN_SECRET,
        clockOffsetSeconds: Number(env.CLOCK_OFFSET_SECONDS) });
      const { version } = await client.get(${JSON.stringify(reference)});
      await client.correct(${JSON.stringify(reference)}, { capacity: 77 }, version);
      await client.submit(${JSON.stringify(reference)});`;
    let id: unknown;
    const reasons = [{ pointer: '/institution/capacity', message: '床位数与平面图不符' }];
    const steps = await run([join(guide, 'example.mjs'), material, receipt], async (said) => {
      if (said.step === 'submitted') {
        id = said['id'];
        await decide(id, 'return', { reasons });
      }
      if (said.step !== 'to-correct') return;
      await run(['--input-type=module', '-e', correct], async () => {});
      await decide(id, 'accept');
    });
    const of = (name: string) => steps.filter(({ step }) => step === name);
    const events = ['filing.submitted', 'filing.returned', 'filing.submitted', 'filing.accepted'];
    expect(of('handed-in')).toMatchObject([{ status: 'DRAFT', reference }]);
    expect(of('submitted')).toMatchObject([{ status: 'SUBMITTED', dueOn: expect.any(String) }]);
    expect(of('change').map(({ event }) => event)).toEqual(events);
    expect(of('webhook').map(({ event }) => event)).toEqual(events.slice(0, of('webhook').length));
    expect(of('to-correct')).toMatchObject([
      { reference, correctBy: expect.any(String), remarks: [{ message: '床位数与平面图不符' }] },
    ]);
    expect(of('decided')).toMatchObject([{ status: 'ACCEPTED', filingNumber: '610116-YL-2026-0002' }]);
    const bytes = readFileSync(receipt);
    const sm3 = Buffer.from(nodeSm3(bytes)).toString('hex');
    expect(of('receipt')).toMatchObject([{ sm3, size: bytes.length }]);
    await app.http.get(`/api/v1/public/signatures/${sm3}`).expect(200);

    const changed = await run(
      [join(guide, 'example.mjs'), material, join(folder, 'changed.pdf'), 'change.json'],
      async ({ step, id: changeId }) => {
        if (step === 'submitted') await decide(changeId, 'accept');
      },
    );
    expect(changed.filter(({ step }) => ['handed-in', 'decided', 'receipt'].includes(step))).toMatchObject([
      { status: 'DRAFT', reference: 'BJ-2026-000124' },
      { status: 'ACCEPTED', filingNumber: '610116-YL-2026-0002' },
      { size: expect.any(Number) },
    ]);

    const third = join(folder, 'third');
    cpSync(guide, third, { recursive: true });
    const elsewhere = { ...entry.institution, address: `${entry.institution.address}之十` };
    writeFileSync(
      join(third, 'case.json'),
      JSON.stringify({ ...entry, reference: 'TAKEN-BACK', institution: elsewhere }),
    );
    const withdraw = `import { ExchangeClient } from ${JSON.stringify(pathToFileURL(join(guide, 'client.mjs')).href)};
      const { env } = process;
      const client = new ExchangeClient({ baseUrl: env.ZHAOGUAN_URL, keyId: env.ZHAOGUAN_KEY, secret: env.ZHAOGUAN_SECRET,
        clockOffsetSeconds: Number(env.CLOCK_OFFSET_SECONDS) });
      await client.withdraw('TAKEN-BACK', '示例·另行选址');`;
    const taken = await run([join(third, 'example.mjs'), material, receipt], async ({ step }) => {
      if (step === 'submitted') await run(['--input-type=module', '-e', withdraw], async () => {});
    });
    expect(taken.filter(({ step }) => step === 'decided')).toMatchObject([{ status: 'WITHDRAWN' }]);
  });
});
