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

/** The verdict above the lines. */
export function verdict(verification: Verification): string {
  if (verification.ok) {
    const { failure } = verification;
    if (!failure) return '验证通过：这次抽取可以由公布的数据重新算出，结果完全一致。';
    return `验证通过：由公布的数据重算，同样在机构 ${failure.target} 处安排不出检查人员，没有抽取结果。`;
  }
  return `验证未通过：第一处不一致在 ${verification.difference.path}。`;
}

export function progressText({ phase, done, total }: Progress): string {
  const percent = total === 0 ? 100 : Math.floor((100 * done) / total);
  return `正在重算${phase === 'tickets' ? '票号' : '检查人员配对'}：${percent}%`;
}
