import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { projectRoot } from '@zhaoguan/platform';

const COMMAND = 'node scripts/update-generated.mjs';

/**
 * A file that is generated lies in the repository so that a change of it is seen in review. With `UPDATE_GENERATED=1` it
 * is written; else it must be what the code says now.
 */
export function expectStored(path: string, content: string): void {
  const file = join(projectRoot(), path);
  if (process.env['UPDATE_GENERATED'] === '1') {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  const stored = existsSync(file) ? readFileSync(file, 'utf8') : '';
  if (stored === content) return;
  throw new Error(`${path} is not what the code says; run: ${COMMAND}\n${firstDifference(stored, content)}`);
}

function firstDifference(stored: string, content: string): string {
  const [old, fresh] = [stored.split('\n'), content.split('\n')];
  const line = fresh.findIndex((text, index) => text !== old[index]);
  const at = line < 0 ? fresh.length : line;
  return [`line ${at + 1}`, `- ${old[at] ?? '(end)'}`, `+ ${fresh[at] ?? '(end)'}`].join('\n');
}

/** The part of a document between `<!-- generated: name -->` and `<!-- end -->`, made anew; the rest stays. */
export function expectStoredSection(path: string, name: string, content: string): void {
  const file = join(projectRoot(), path);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const begin = `<!-- generated: ${name} -->\n`;
  const from = text.indexOf(begin);
  const to = text.indexOf('<!-- end -->', from);
  if (from < 0 || to < 0) throw new Error(`${path} has no section “generated: ${name}”`);
  expectStored(path, `${text.slice(0, from + begin.length)}\n${content}\n${text.slice(to)}`);
}
