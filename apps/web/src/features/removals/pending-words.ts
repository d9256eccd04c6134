import { matterInWords } from '@zhaoguan/contracts';
import type { FilingLine } from '../filings/queries';

export type PendingLine = Pick<FilingLine, 'id' | 'type' | 'regime' | 'renewal' | 'status' | 'statusLabel'>;

const UNDECIDED: ReadonlySet<FilingLine['status']> = new Set(['SUBMITTED', 'RETURNED']);

/** What was handed in about the institution and is not decided. */
export const pendingOf = <Line extends PendingLine>(lines: readonly Line[]): Line[] =>
  lines.filter(({ status }) => UNDECIDED.has(status));

/** What the end of a filing or a licence does to a case that waits, and the case to it: a licence that is granted has another number. */
export function pendingInWords(line: PendingLine): string {
  const matter = matterInWords(line);
  const what = `这家机构的${matter}还没有办结（${line.statusLabel}）`;
  if (line.type !== 'INITIAL') return `${what}：决定注销、撤销以后，不能再准予。`;
  const after = line.renewal
    ? '决定注销、撤销以后没有可以延续的许可，只能不予许可'
    : '决定注销、撤销以后，按首次申请办理';
  return `${what}：${after}；先准予的，许可证编号改变，本件不能再作决定，需要的另行启动。请先商定两件的处理。`;
}
