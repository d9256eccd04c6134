// Hands in the case of case.json, uploads its materials, submits it, listens to webhooks and waits for the decision.
//
//   ZHAOGUAN_URL=http://localhost:3000 ZHAOGUAN_KEY=ex-… ZHAOGUAN_SECRET=… \
//     node docs/guide/exchange-client/example.mjs material.pdf receipt.pdf
//
// A third argument names another case beside it: `change.json` changes the institution that came of the first, once that was accepted.
// WEBHOOK_PORT is where it listens; ZHAOGUAN_ALGORITHM (sm3, sha256) and CLOCK_OFFSET_SECONDS are needed where they differ.
import { readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { ExchangeClient } from './client.mjs';

const { env } = process;
const [materialPath, receiptPath, entryName = 'case.json'] = process.argv.slice(2);
const client = new ExchangeClient({
  baseUrl: env.ZHAOGUAN_URL,
  keyId: env.ZHAOGUAN_KEY,
  secret: env.ZHAOGUAN_SECRET,
  algorithm: env.ZHAOGUAN_ALGORITHM ?? 'sm3',
  clockOffsetSeconds: Number(env.CLOCK_OFFSET_SECONDS ?? 0),
});
const say = (step, facts) => console.log(JSON.stringify({ step, ...facts }));

/** With these the case has ended: accepted, refused, turned away (of a licence), not put right in time, or withdrawn by its applicant. */
const ENDS = new Set([
  'filing.accepted',
  'filing.refused',
  'filing.dismissed',
  'filing.lapsed',
  'filing.withdrawn',
]);

const entry = JSON.parse(await readFile(new URL(entryName, import.meta.url), 'utf8'));
const { reference } = entry;

/** The same event may come twice: what was seen is not looked at again. */
const seen = new Set();
async function receive(request, response) {
  const body = Buffer.concat(await request.toArray());
  if (!client.isGenuine({ path: request.url, headers: request.headers, body })) {
    response.writeHead(401).end();
    return;
  }
  const change = JSON.parse(body.toString('utf8'));
  // Webhooks tell of all cases of the platform: each belongs to its reference.
  if (change.reference === reference && !seen.has(change.eventId)) {
    say('webhook', { reference, event: change.event, seq: change.seq });
    seen.add(change.eventId);
  }
  response.writeHead(204).end();
}
const webhooks = createServer((request, response) => {
  receive(request, response).catch(() => response.destroy());
}).listen(Number(env.WEBHOOK_PORT ?? 8081));

const filing = await client.handIn(entry);
say('handed-in', { reference, id: filing.id, status: filing.status });

const material = await readFile(materialPath);
for (const { code, required, uploaded } of filing.materials)
  if (required && !uploaded) await client.upload(reference, code, material, `${code}.pdf`);
const submitted = await client.submit(reference);
say('submitted', { reference, id: filing.id, status: submitted.status, dueOn: submitted.dueOn });

/** What has to be put right, and by when; then `client.correct`, new materials by `client.upload`, and `client.submit` again. */
async function tellReturned() {
  const { status, remarks, correctBy } = await client.get(reference);
  // Of an earlier round that has been handed in again since, nothing is left to do.
  if (status === 'RETURNED') say('to-correct', { reference, correctBy, remarks });
}

/** After the acceptance officials look at the site: what does not agree is to be put right, and the user hears of it from the platform alone. */
function tellMismatch({ correctBy, verification: { items, toDo } }) {
  say('to-put-right', { reference, correctBy, items, toDo });
}

// A platform keeps `next` and goes on from there; this example keeps nothing, so it begins with the first change of the first case.
for (let after = '0', decided = false; !decided; await wait(200)) {
  const { items, next } = await client.changes(after);
  after = next;
  for (const change of items.filter((each) => each.reference === reference)) {
    say('change', { reference, event: change.event, seq: change.seq });
    if (change.event === 'filing.returned') await tellReturned();
    if (change.event === 'verification.mismatch-found') tellMismatch(change);
    decided ||= ENDS.has(change.event);
  }
}
const { status, filingNumber } = await client.get(reference);
say('decided', { reference, status, filingNumber });

while (status === 'ACCEPTED') {
  const receipt = await client.receipt(reference).catch((error) => {
    if (!/RECEIPT_NOT_READY/.test(error.message)) throw error;
  });
  if (receipt) {
    await writeFile(receiptPath, receipt.bytes);
    say('receipt', { reference, sm3: receipt.sm3, size: receipt.bytes.length });
    break;
  }
  await wait(200);
}
while (seen.size < 2) await wait(50);
webhooks.close();
