import { dayInWords, dayOfInstant, instantInWords } from '../../../shared/ui/dates';
import type { Filing } from '../queries';
import type { Verification } from './queries';

/** Before the decision: where what was filled in wrongly is put right. There is no institution yet that a change could be of. */
export const whereFilledWrong = ({ status }: Pick<Filing, 'status'>): string =>
  status === 'RETURNED'
    ? '是申请填写有误的，请在补正中改正这一项'
    : '是申请填写有误的，可以撤回申请，更正以后重新申请';

/** Beside the report that it is put right on the spot: what is to be done where it was the form that was wrong. */
export const whereFormWrong = (filing: Pick<Filing, 'status'>): string =>
  filing.status === 'ACCEPTED' ? '填报的内容需要改变的，请办理变更' : whereFilledWrong(filing);

/**
 * Before anything is filled in: that too few may go, and whom to ask. Null where there are two.
 * @law 行政许可法第三十四条第三款（指派两名以上工作人员）
 */
export const tooFewInWords = (officers: number): string | null =>
  officers >= 2
    ? null
    : `现场核查须有本机关两名以上工作人员到场，现在可以到场的只有 ${officers} 名：提交、代办本件的，和为申请人开立账号的，不能到场核查。请先由系统管理员为本机关其他工作人员开立登记备案或者检查人员账号，再记录；下级机关的人员和外部专家可以一同到场，不计入两名。`;

type Mismatch = Verification['mismatches'][number];

/** What was filed, what was found, and what is filed now where that is otherwise (原填报、现场、现填报). */
export function mismatchInWords({ label, filed, requires, found, now, asFound }: Mismatch): string {
  if (requires !== null) return `${label}：应当 ${requires}，现场 ${found ?? ''}`;
  if (now === filed) return `${label}：填报 ${filed ?? ''}，现场 ${found ?? ''}`;
  const judged = asFound ? '（与现场所见相同）' : '';
  return `${label}：原填报 ${filed ?? ''}，现场 ${found ?? ''}，现填报 ${now ?? '无'}${judged}`;
}

/** What was seen, and what is filed now and nobody has seen. */
export const unseenInWords = ({ label, seen, now }: Verification['unseen'][number]): string =>
  seen === null
    ? `${label}：核查时没有填报，现填报 ${now ?? '无'}`
    : `${label}：现场所见 ${seen}，现填报 ${now ?? '无'}`;

/** Whether anything of what was found to be otherwise has been filed otherwise since. */
export const isFiledAnew = (mismatches: readonly Mismatch[]): boolean =>
  mismatches.some(({ requires, filed, now }) => requires === null && now !== filed);

/** Whether a change of what is filed would answer any of it. */
export const asksForChange = (mismatches: readonly Mismatch[]): boolean =>
  mismatches.some(({ requires, asFound }) => requires === null && !asFound);

/** That nobody went again: the visit below still shows what was filed before. Null where the last act was a visit. */
function settledInWords(steps: Verification['steps']): string | null {
  const last = steps.at(-1);
  if (last?.action !== 'settle') return null;
  const answer = last.reason === null ? '' : `：${last.reason}`;
  return `${instantInWords(last.at)} 据改正后的填报复核办结，没有再到现场${answer}。下面是改正以前的现场核查记录。`;
}

/** Why nobody goes any more; what is called off is said with its reason. */
function endedInWords(steps: Verification['steps']): string {
  const last = steps.at(-1);
  if (!last) return '原因见办理过程。';
  const why = last.reason?.replace(/[。；，\s]+$/u, '') ?? '见办理过程';
  return `原因（${dayInWords(dayOfInstant(last.at))}）：${why}。`;
}

/** How the verification stands, for who looks and for who is looked at. */
export function verificationInWords(
  {
    status,
    correctBy,
    origin,
    availableActions,
    unseen,
    steps,
  }: Pick<Verification, 'status' | 'correctBy' | 'origin' | 'availableActions' | 'unseen' | 'steps'>,
  ofOffice: boolean,
  filing: Pick<Filing, 'status'>,
): string {
  switch (status) {
    case 'OPEN':
      if (ofOffice && origin === 'REVIEW')
        return '审查中安排，由两名以上工作人员到现场逐项核实申请的内容；记录结果以前不能准予。办理期限照常计算。';
      if (ofOffice && origin === 'ORDERED')
        return '由两名以上工作人员到现场逐项核实填报的内容；不影响备案的办理。';
      return ofOffice
        ? '准予以后，由两名以上工作人员到现场逐项核实填报的内容。'
        : '主管机关将在期限内到现场核实填报的内容，请如实说明情况。';
    case 'MISMATCH_FOUND': {
      const until = correctBy === null ? '' : `最迟 ${dayInWords(correctBy)}`;
      if (filing.status !== 'ACCEPTED')
        return ofOffice
          ? `已通知申请人${until}改正。已到现场看过改正情况的，可以直接记录。`
          : `现场情况与申请的内容不一致。现场可以改正的，请${until}改正，改正以后在这里报告；${whereFilledWrong(filing)}。`;
      return ofOffice
        ? `已通知申请人${until}办理变更或者改正。已到现场看过改正情况的，可以直接记录。`
        : `现场情况与填报的内容不一致，请${until}办理变更；现场情况不对的，改正以后在这里报告。`;
    }
    case 'RECHECK':
      if (availableActions.includes('settle'))
        return '申请人已按现场情况改正填报的内容，请复核：核对无误的，可以不再到现场，据现填报的内容办结。';
      if (ofOffice && unseen.length > 0)
        return '申请人已改正或者变更，但核查以后改过的下列内容没有到现场看过，请到现场复核。';
      return ofOffice ? '申请人已改正或者变更，请复核。' : '已收到，等待主管机关复核。';
    case 'VERIFIED':
      if (unseen.length > 0) return '现场情况与核查时填报的内容一致；以后改过的下列内容没有到现场看过。';
      return settledInWords(steps) ?? '现场情况与填报的内容一致。';
    case 'CANCELLED':
      return endedInWords(steps);
  }
}
