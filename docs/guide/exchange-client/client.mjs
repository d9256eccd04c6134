// A client of the exchange interface (对接接口) without dependencies; Node 20 or newer. What it does is told in ../exchange.md.
import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto';

/** The string to be signed: six lines, parted by line feeds, none at the end. */
export function stringToSign({ method, path, timestamp, nonce, digest }) {
  return ['ZHAOGUAN-EXCHANGE-V1', method, path, timestamp, nonce, digest].join('\n');
}

export const digestOf = (algorithm, bytes) => createHash(algorithm).update(bytes).digest('hex');

export const sign = (algorithm, secret, parts) =>
  createHmac(algorithm, secret).update(stringToSign(parts)).digest('hex');

export class ExchangeClient {
  /**
   * @param options.baseUrl address of the installation, e.g. `https://zhaoguan.example.gov.cn`
   * @param options.keyId,options.secret the access key, as it was shown once
   * @param options.algorithm `sm3` or `sha256`, as the platform was registered
   * @param options.clockOffsetSeconds what must be added to the clock of this machine
   */
  constructor({ baseUrl, keyId, secret, algorithm = 'sm3', clockOffsetSeconds = 0 }) {
    Object.assign(this, { baseUrl, keyId, secret, algorithm, clockOffsetSeconds });
  }

  /**
   * Hands in a case; the same case again gives the same answer. Of what is no first filing `type` says what it is, and `firstReference`
   * which case the institution came of.
   */
  handIn(entry) {
    return this.json('POST', '/filings', entry);
  }

  get(reference) {
    return this.json('GET', `/filings/${part(reference)}`);
  }

  /** Puts right what the authority has returned. `version` is that of the last answer. */
  correct(reference, institution, version) {
    return this.json('PATCH', `/filings/${part(reference)}`, { institution }, { 'if-match': `"${version}"` });
  }

  /** Uploads a material; what is signed is the digest of the file. */
  async upload(reference, code, bytes, fileName) {
    const form = new FormData();
    form.set('file', new Blob([bytes]), fileName);
    return readJson(
      await this.send('PUT', `/filings/${part(reference)}/materials/${part(code)}`, bytes, { body: form }),
    );
  }

  submit(reference) {
    return this.json('POST', `/filings/${part(reference)}/submit`);
  }

  /** Takes back what is handed in and not decided; the case ends, and what is still wanted is handed in under another reference. */
  withdraw(reference, reason) {
    return this.json('POST', `/filings/${part(reference)}/withdraw`, reason === undefined ? {} : { reason });
  }

  /** Deletes a draft that was never submitted: about an institution there is one thing at a time. */
  abandon(reference) {
    return this.json('POST', `/filings/${part(reference)}/abandon`);
  }

  /** Asks that a suspension, resumption or closure that was accepted be taken back before its day; the authority decides. */
  retract(reference, reason) {
    return this.json('POST', `/filings/${part(reference)}/retractions`, { reason });
  }

  receipt(reference) {
    return this.file(`/filings/${part(reference)}/receipt.pdf`);
  }

  /** What the authority has given out on a case (补正通知书、告知书、决定书), the latest first; `id` of one leads to its file. */
  papers(reference) {
    return this.json('GET', `/filings/${part(reference)}/papers`);
  }

  /** Fetches a paper; PAPER_NOT_READY while it is being printed. */
  paper(reference, id) {
    return this.file(`/filings/${part(reference)}/papers/${part(id)}/file`);
  }

  /** @throws when the bytes are not those whose digest the installation names */
  async file(path) {
    const answer = await this.send('GET', path, '', {});
    if (!answer.ok) await readJson(answer);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const sm3 = answer.headers.get('x-content-sm3');
    if (sm3 !== null && digestOf('sm3', bytes) !== sm3) throw new Error(`${path}: SM3 differs`);
    return { bytes, sm3 };
  }

  /** What has happened since. Keep `next`, and go on from there the next time. */
  changes(after) {
    return this.json('GET', `/changes?after=${after}`);
  }

  /** Whether a webhook is from the installation: look at the bytes as they came, before anything reads them. */
  isGenuine({ path, headers, body }) {
    const timestamp = headers['x-exchange-timestamp'] ?? '';
    const digest = digestOf(this.algorithm, body);
    const nonce = headers['x-exchange-nonce'] ?? '';
    const expected = sign(this.algorithm, this.secret, { method: 'POST', path, timestamp, nonce, digest });
    // Compared as bytes: what is not ASCII has more of them than characters.
    const [given, wanted] = [Buffer.from(headers['x-exchange-signature'] ?? ''), Buffer.from(expected)];
    const timely = Math.abs(Number(timestamp) - this.seconds()) <= 300;
    return timely && given.length === wanted.length && timingSafeEqual(given, wanted);
  }

  async json(method, path, content, headers = {}) {
    const body = content === undefined ? undefined : JSON.stringify(content);
    const type = body === undefined ? {} : { 'content-type': 'application/json' };
    return readJson(await this.send(method, path, body ?? '', { body, headers: { ...type, ...headers } }));
  }

  send(method, path, signedBytes, { body, headers = {} }) {
    const parts = {
      method,
      path: `/api/v1/exchange${path}`,
      timestamp: String(Math.floor(this.seconds())),
      nonce: randomUUID(),
      digest: digestOf(this.algorithm, signedBytes),
    };
    return fetch(new URL(parts.path, this.baseUrl), {
      method,
      body,
      // A signature is for this installation, and nobody waits for ever.
      redirect: 'error',
      signal: AbortSignal.timeout(60_000),
      headers: {
        ...headers,
        'x-exchange-key': this.keyId,
        'x-exchange-timestamp': parts.timestamp,
        'x-exchange-nonce': parts.nonce,
        'x-exchange-digest': parts.digest,
        'x-exchange-signature': sign(this.algorithm, this.secret, parts),
      },
    });
  }

  seconds() {
    return Date.now() / 1000 + this.clockOffsetSeconds;
  }
}

/** @throws with the code and every field that is wrong */
async function readJson(answer) {
  const text = await answer.text();
  const body = readAs(text);
  if (answer.ok && body !== undefined) return body;
  // A proxy in between answers in its own way.
  if (typeof body?.code !== 'string') throw new Error(`${answer.status} ${text.slice(0, 200)}`);
  const faults = (Array.isArray(body.errors) ? body.errors : []).map(
    ({ pointer, message }) => `${pointer} ${message}`,
  );
  throw new Error([`${answer.status} ${body.code} ${body.detail}`, ...faults].join('\n'));
}

function readAs(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** One part of a path: a reference may hold any character. */
const part = (text) => encodeURIComponent(text);
