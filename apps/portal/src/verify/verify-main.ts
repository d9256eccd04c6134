import {
  announcementDigest,
  beaconNote,
  type Bundle,
  DrawError,
  parseJson,
  portableSm3,
  type Verification,
  verifySteps,
} from '@zhaoguan/draw';
import { type KnownDraw, progressText, reportLines, verdict } from './verify-report';

/**
 * Verifies a draw in the visitor's own browser. The page holds `#verify-output` and one or more of: a file input
 * `#bundle-file`; the bundle itself in `<script type="application/json" id="bundle">`; `#verify[data-bundle-url]`.
 * With a button `#verify-start` a bundle of the page is verified on a click, else at once. Without this script the page
 * still offers the bundle to download; saved with this script inside, it works without a network.
 */
const FRAME_MS = 40;

/** Something to tell the visitor; no fault of this program. */
class Unreadable extends Error {}

/** Only the latest request may write to the page: a visitor may choose another file while one is being computed. */
let latest = 0;

async function show(read: () => Promise<string>): Promise<void> {
  const mine = ++latest;
  const write = (...content: Node[]): void => {
    if (mine === latest) document.querySelector('#verify-output')?.replaceChildren(...content);
  };
  write(line('p', '正在读取……'));
  try {
    const bundle = parseJson(await read());
    const verification = await verify(bundle, (text) => {
      write(line('p', text));
      return mine === latest;
    });
    if (verification) write(...report(bundle, verification));
  } catch (error) {
    write(line('p', `✗ ${explanation(error)}`));
    if (!(error instanceof Unreadable || error instanceof DrawError || error instanceof SyntaxError))
      throw error;
  }
}

function explanation(error: unknown): string {
  if (error instanceof SyntaxError) return '这个文件不是 JSON 格式的抽取数据包。';
  if (error instanceof DrawError) return `这个文件不合规范：${error.message}`;
  if (error instanceof Unreadable) return error.message;
  return `验证程序出错，未能完成：${String(error)}`;
}

/** Runs to the end, letting the page breathe; undefined when the visitor has meanwhile asked for another file. */
async function verify(
  bundle: unknown,
  onProgress: (text: string) => boolean,
): Promise<Verification | undefined> {
  const steps = verifySteps(bundle, portableSm3);
  for (let pausedAt = performance.now(), step = steps.next(); ; step = steps.next()) {
    if (step.done) return step.value;
    if (performance.now() - pausedAt < FRAME_MS) continue;
    if (!onProgress(progressText(step.value))) return undefined;
    await new Promise((resolve) => setTimeout(resolve));
    pausedAt = performance.now();
  }
}

function report(bundle: unknown, verification: Verification): Node[] {
  const list = document.createElement('ul');
  for (const { mark, text } of reportLines(verification)) list.append(line('li', `${mark} ${text}`));
  const isReadable = verification.checks.find(({ name }) => name === 'format')?.status === 'passed';
  const announcement = isReadable ? (bundle as Bundle).announcement : undefined;
  const found = announcement && {
    title: announcement.title,
    announcementSm3: announcementDigest(announcement, portableSm3),
  };
  const page = drawOfPage();
  const { passed, text } = verdict(verification, found, page);
  const nodes: Node[] = [line('p', `${passed ? '✓' : '✗'} ${text}`), list];
  if (!announcement || !found) return nodes;
  const note = beaconNote(announcement.beacon, new Date(announcement.announcedAt));
  return [
    ...nodes,
    ...(note === undefined ? [] : [line('p', `! ${note}`)]),
    line('p', `数据包属于：${found.title}（抽取编号 ${announcement.drawId}）`),
    line('p', `数据包的公告摘要：${found.announcementSm3}`),
    line('p', page ? `本页抽取公布的公告摘要：${page.announcementSm3}` : COMPARE),
  ];
}

const COMPARE = '请与抽取之前公布的公告核对：数据包是否属于那次公告，只有公告摘要相同才能确认。';

/** The draw whose page this is, also when the page was saved. */
function drawOfPage(): KnownDraw | undefined {
  const { title, announcement } = document.querySelector<HTMLElement>('#verify')?.dataset ?? {};
  return title && announcement ? { title, announcementSm3: announcement } : undefined;
}

function line(tag: 'p' | 'li', text: string): HTMLElement {
  const element = document.createElement(tag);
  element.textContent = text;
  return element;
}

async function readFile(file: File): Promise<string> {
  const bytes = await file.arrayBuffer();
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Unreadable('这个文件不是 UTF-8 文本，无法读取。', { cause: error });
  }
}

async function download(url: string): Promise<string> {
  try {
    const response = await fetch(url);
    if (response.ok) return await response.text();
    throw new Unreadable(`没有取得抽取数据包：服务器答复 ${response.status}。`);
  } catch (error) {
    if (error instanceof Unreadable) throw error;
    throw new Unreadable('没有取得抽取数据包：网络不可用。可以先下载数据包，再从本机选择文件。', {
      cause: error,
    });
  }
}

/** The bundle that comes with the page, if any; one inside the page goes before one to be fetched. */
function ownBundle(): (() => Promise<string>) | undefined {
  const embedded = document.querySelector('script#bundle[type="application/json"]')?.textContent?.trim();
  if (embedded) return () => Promise.resolve(embedded);
  const url = document.querySelector<HTMLElement>('#verify')?.dataset['bundleUrl'];
  return url ? () => download(url) : undefined;
}

function start(): void {
  const input = document.querySelector<HTMLInputElement>('#bundle-file');
  input?.addEventListener('change', () => {
    const file = input.files?.[0];
    if (file) void show(() => readFile(file));
  });
  const own = ownBundle();
  if (!own) return;
  const button = document.querySelector<HTMLButtonElement>('#verify-start');
  if (button) button.addEventListener('click', () => void show(own));
  else void show(own);
}

// Inlined at the head of a saved page the script may run before the elements are there.
if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start);
else start();
