import { readFileSync } from 'node:fs';
import { beaconNote, computeDraw, DrawError, parseJson, verifyBundle, type Bundle } from '@zhaoguan/draw';
// Not by the platform's index: whoever verifies a draw needs no framework, no configuration and no database.
import { nodeSm3 } from '../../../../libs/platform/src/crypto/sm3';

/** Where a command writes; process.stdout and process.stderr are such. */
export interface Output {
  write(text: string): unknown;
}

export interface CommandOutput {
  readonly stdout: Output;
  readonly stderr: Output;
}

const DONE = 0;
const REFUSED = 1;
const UNREADABLE = 2;

const USAGE = `用法：
  draw compute 文件   计算抽取结果，以 JSON 输出
  draw verify 文件    重算并与文件中的结果逐项比对，一致时输出 OK；人员无法安排的，并输出机构和部门
退出码：0 成功或一致；1 拒绝或不一致；2 文件无法读取
`;

/** Why a file cannot be read, for the person who named it. */
class UnreadableFile extends Error {}

/**
 * `draw compute FILE` and `draw verify FILE`, without server or database.
 * @returns the exit code: 0 done, 1 refused or different, 2 the file is unreadable or the command unknown
 */
export function runDrawCommand(argv: readonly string[], { stdout, stderr }: CommandOutput): number {
  const [action, file, ...rest] = argv;
  if ((action !== 'compute' && action !== 'verify') || file === undefined || rest.length > 0) {
    stderr.write(USAGE);
    return UNREADABLE;
  }
  try {
    const bundle = parseJson(readText(file));
    return action === 'compute' ? compute(bundle, stdout) : verify(bundle, { stdout, stderr });
  } catch (error) {
    if (error instanceof DrawError) return refuse(error, action, { stdout, stderr });
    if (!(error instanceof UnreadableFile || error instanceof SyntaxError)) throw error;
    stderr.write(`无法读取 ${file}：${error.message}\n`);
    return UNREADABLE;
  }
}

function readText(file: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file));
  } catch (error) {
    throw new UnreadableFile(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

function compute(bundle: unknown, stdout: Output): number {
  stdout.write(`${JSON.stringify(computeDraw(bundle, nodeSm3))}\n`);
  return DONE;
}

/** The answer on stdout; on stderr what only a person can compare. */
function verify(bundle: unknown, { stdout, stderr }: CommandOutput): number {
  const verification = verifyBundle(bundle, nodeSm3);
  if (verification.ok) {
    const { failure } = verification;
    stdout.write(failure ? `OK INFEASIBLE ${failure.target} ${failure.department}\n` : 'OK\n');
    // A bundle that verifies is well formed.
    const { beacon, announcedAt } = (bundle as Bundle).announcement;
    const note = beaconNote(beacon, new Date(announcedAt));
    if (note !== undefined) stderr.write(`${note}\n`);
    return DONE;
  }
  const { difference, error } = verification;
  stdout.write(
    `${error ?? 'DIFFERENT'} ${difference.path}：应为 ${difference.expected}，实为 ${difference.found}\n`,
  );
  return REFUSED;
}

/** For programs on stdout, for people on stderr; a verification speaks to people alone. */
function refuse(error: DrawError, action: 'compute' | 'verify', { stdout, stderr }: CommandOutput): number {
  if (action === 'verify') stdout.write(`${error.message}\n`);
  else {
    stdout.write(`${JSON.stringify({ error: error.code, detail: error.detail })}\n`);
    stderr.write(`${error.message}\n`);
  }
  return REFUSED;
}
