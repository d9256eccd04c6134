import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
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

  it('hands in a case, hears of the decision by webhook and in the feed, and fetches the receipt', async () => {
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
    const client = spawn(
      process.execPath,
      [join(projectRoot(), 'docs/guide/exchange-client/example.mjs'), material, receipt],
      {
        env: {
          ZHAOGUAN_URL: `http://127.0.0.1:${port}`,
          ZHAOGUAN_KEY: keyId,
          ZHAOGUAN_SECRET: secret,
          WEBHOOK_PORT: String(webhookPort),
          CLOCK_OFFSET_SECONDS: String((app.clock.now().getTime() - Date.now()) / 1000),
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    );
    const ended = new Promise<number | null>((resolve) => client.on('close', resolve));
    const complaints: string[] = [];
    client.stderr.on('data', (piece: Buffer) => complaints.push(piece.toString()));
    const steps: Step[] = [];
    for await (const line of createInterface({ input: client.stdout })) {
      const step = JSON.parse(line) as Step;
      steps.push(step);
      if (step.step === 'submitted')
        await app
          .as(registrar)
          .post(`/api/v1/filings/${String(step['id'])}/accept`)
          .expect(200);
    }
    expect({ complaints, code: await ended }).toEqual({ complaints: [], code: 0 });
    const of = (name: string) => steps.filter(({ step }) => step === name);
    expect(of('handed-in')).toMatchObject([{ status: 'DRAFT' }]);
    expect(of('submitted')).toMatchObject([{ status: 'SUBMITTED', dueOn: expect.any(String) }]);
    expect(of('change').map(({ event }) => event)).toEqual(['filing.submitted', 'filing.accepted']);
    expect(of('webhook').map(({ event }) => event)).toEqual(['filing.submitted', 'filing.accepted']);
    expect(of('decided')).toMatchObject([{ status: 'ACCEPTED', filingNumber: '610116-YL-2026-0001' }]);
    const bytes = readFileSync(receipt);
    const sm3 = Buffer.from(nodeSm3(bytes)).toString('hex');
    expect(of('receipt')).toMatchObject([{ sm3, size: bytes.length }]);
    await app.http.get(`/api/v1/public/signatures/${sm3}`).expect(200);
  });
});
