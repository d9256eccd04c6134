import type { Check, CheckName, Progress, Verification } from '@zhaoguan/draw';

/** One line of the report; the mark says it without colour. */
export interface ReportLine {
  readonly mark: '✓' | '✗' | '–';
  readonly text: string;
}

const LABELS: Readonly<Record<CheckName, string>> = {
  format: '文件格式',
  commitment: '承诺',
  targetsDigest: '检查对象名单摘要',
  inspectorsDigest: '检查人员名录摘要',
  conflictsDigest: '回避名单摘要',
  seed: '种子',
  tickets: '每个票号',
  selection: '抽中名单',
  teams: '检查人员配对',
  resultDigest: '结果摘要',
};

const MARKS = { passed: '✓', failed: '✗', 'not-run': '–' } as const;

/** Every check of a verification, in words for the public. */
export function reportLines({ checks, ok }: Verification): ReportLine[] {
  return checks.map((check) => ({
    mark: MARKS[check.status],
    text: `${LABELS[check.name]}：${finding(check, ok)}`,
  }));
}

function finding({ status, difference }: Check, ok: boolean): string {
  if (status === 'not-run') return ok ? '没有（人员无法安排，没有抽取结果）' : '未检查（前面的检查没有通过）';
  if (!difference) return '一致';
  return `不一致。位置 ${difference.path}，应为 ${difference.expected}，实为 ${difference.found}`;
}

/** A draw by what makes it this one: the digest of its announcement, published before the draw. */
export interface KnownDraw {
  readonly title: string;
  readonly announcementSm3: string;
}

export interface Verdict {
  readonly passed: boolean;
  readonly text: string;
}

/**
 * The verdict above the lines. A bundle proves itself only: on the page of a draw it must also be the bundle of that draw.
 * @param bundle undefined when it is not even of the right form
 * @param page the draw whose page this is; undefined on the page for any bundle
 */
export function verdict(
  verification: Verification,
  bundle: KnownDraw | undefined,
  page: KnownDraw | undefined,
): Verdict {
  if (!verification.ok) {
    const failed = verification.checks.find(({ status }) => status === 'failed');
    const what = failed ? `“${LABELS[failed.name]}”` : '数据';
    const { path } = verification.difference;
    return { passed: false, text: `验证未通过：${what}与重算的不一致（在数据包中的位置：${path}）。` };
  }
  if (bundle && page && bundle.announcementSm3 !== page.announcementSm3) {
    const text = `验证未通过：数据包自身前后一致，但不是本页这次抽取的数据包。它属于“${bundle.title}”，本页是“${page.title}”，两者的公告摘要不同。`;
    return { passed: false, text };
  }
  const { failure } = verification;
  const owner = page ? `数据包属于本页的“${page.title}”，` : '';
  const outcome = failure
    ? `由公布的数据重算，同样在机构 ${failure.target} 处安排不出检查人员，没有抽取结果。`
    : `${page ? '' : '这次'}抽取可以由公布的数据重新算出，结果完全一致。`;
  return { passed: true, text: `验证通过：${owner}${outcome}` };
}

export function progressText({ phase, done, total }: Progress): string {
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `正在重算${phase === 'tickets' ? '票号' : '检查人员配对'}：${percent}%`;
}
