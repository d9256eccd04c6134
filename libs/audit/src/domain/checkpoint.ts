/** The signed head of the log, in the form of C2SP tlog-checkpoint and signed-note, with SM3 and SM2. */
export interface Checkpoint {
  /** Name of the log, e.g. `example.gov.cn/log`. */
  readonly origin: string;
  /** Number of leaves. */
  readonly size: number;
  /** Root of the tree, 32 bytes, base64. */
  readonly root: string;
  /** When it was signed, ISO 8601 UTC. */
  readonly at: string;
}

export interface SignedCheckpoint extends Checkpoint {
  /** The bytes that are signed, as text. */
  readonly body: string;
  /** Key hint (4 bytes) and signature (64 bytes: r ‖ s), base64. */
  readonly seal: string;
}

/** The text that is signed: four lines, each with its line feed. */
export function checkpointBody({ origin, size, root, at }: Checkpoint): string {
  return `${origin}\n${size}\n${root}\n${at}\n`;
}

/** The published note: the text, an empty line, and the signature line. */
export function checkpointNote(body: string, origin: string, seal: string): string {
  return `${body}\n— ${origin} ${seal}\n`;
}

const NOTE =
  /^((\S{1,255})\n([1-9]\d{0,15})\n([A-Za-z0-9+/]{43}=)\n(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)\n)\n— (\S+) ([A-Za-z0-9+/]{91}=)\n$/;

/** @returns undefined for a text that is not exactly a checkpoint of this log */
export function parseNote(note: string): SignedCheckpoint | undefined {
  const [, body = '', origin = '', size = '', root = '', at = '', signer, seal = ''] = NOTE.exec(note) ?? [];
  if (signer === undefined || signer !== origin) return undefined;
  return { body, origin, size: Number(size), root, at, seal };
}
