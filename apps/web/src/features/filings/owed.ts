import { dayInWords } from '../../shared/ui/dates';
import { yuan } from '../../shared/ui/money';
import type { Closure } from './closures/queries';
import { asksForLicence, nextForApplicant } from './filing-words';
import type { Filing } from './queries';
import type { Verification } from './verification/queries';
import { whereFilledWrong } from './verification/verification-words';

type Next = Parameters<typeof nextForApplicant>[0] &
  Pick<Filing, 'materials'> & { readonly institution?: Pick<Filing['institution'], 'notice'> };
type Verified =
  Pick<Verification, 'status' | 'correctBy' | 'visits' | 'origin' | 'plannedOn' | 'dueOn'> | null | undefined;

type FollowedUp = Pick<Closure, 'status'> | null | undefined;

/** What the applicant can expect or has to do now (下一步), line by line: a case that was granted may still ask for something. */
export function nextSteps(filing: Next, verification: Verified = null, closure: FollowedUp = null): string[] {
  const owed = [...owedForMismatch(verification, filing), ...owedForCommitments(filing)];
  const waits = [
    ...afterEnd(closure),
    ...waitingForVisit(verification),
    ...waiting(filing),
    ...(closure?.status === 'SETTLED' ? [] : refundsDue(filing)),
  ];
  if (filing.ended !== null) return [nextForApplicant(filing)];
  if (closure?.status === 'SETTLED' && owed.length === 0) return [CLOSED_AND_SETTLED, ...waits];
  if (owed.length > 0 && filing.status !== 'ACCEPTED') return [nextForApplicant(filing), ...owed, ...waits];
  if (owed.length === 0) return [nextForApplicant(filing), ...waits];
  const granted = asksForLicence(filing) ? '已经准予许可，许可证和决定书可以下载。' : '备案已经准予。';
  return [`${granted}还有下列事项要办：`, ...owed, ...waits];
}

/** Nothing is left to be done of what the notice planned. */
const CLOSED_AND_SETTLED = '终止服务已经办结，不能恢复。主管机关核实，人员安置和费用退还已经完成。';

/** What the office found unfinished once the institution had ended, until it is reported. */
function afterEnd(closure: FollowedUp): string[] {
  if (closure?.status === 'UNSETTLED')
    return [
      '终止服务后的人员安置、费用退还，主管机关核实还没有全部完成：请尽快办完，并在“终止后续核实”中报告已完成。',
    ];
  return closure?.status === 'REPORTED' ? ['您已报告人员安置、费用退还完成，等待主管机关再次核实。'] : [];
}

/** What was found on the spot to be other than it was filed: which answers, and by when it is put right. */
function owedForMismatch(verification: Verified, filing: Pick<Filing, 'status'>): string[] {
  if (verification?.status !== 'MISMATCH_FOUND') return [];
  const { correctBy, visits } = verification;
  const labels = (visits.at(-1)?.facts ?? []).filter(({ matches }) => !matches).map(({ label }) => label);
  const items = labels.length === 0 ? '' : `（${labels.join('、')}）`;
  const until = correctBy === null ? '尽快' : `最迟在 ${dayInWords(correctBy)}`;
  if (filing.status !== 'ACCEPTED')
    return [
      `现场核查发现现场情况与申请的内容不一致${items}。现场可以改正的，请${until}改正，并在“现场核查”中报告；${whereFilledWrong(filing)}。`,
    ];
  return [
    `现场核查发现现场情况与填报的内容不一致${items}，请${until}办理变更；现场情况不对的，改正以后在“现场核查”中报告。`,
  ];
}

/** Who comes, and what was put right and is to be seen by the authority again. */
function waitingForVisit(verification: Verified): string[] {
  if (verification?.status === 'OPEN' && verification.origin !== 'ACCEPTANCE') {
    const { plannedOn, dueOn } = verification;
    const day = plannedOn ?? dueOn;
    const when = day === null ? '' : plannedOn === null ? `最迟 ${dayInWords(day)}` : ` ${dayInWords(day)}`;
    return [`主管机关将${when}到现场核查，请安排人员在场并备好有关材料。`];
  }
  return verification?.status === 'RECHECK'
    ? ['现场核查不一致的内容，您已报告改正或者已改正填报的内容，等待主管机关复核。']
    : [];
}

/** What was promised in place of a material and is to be handed in, by when. */
function owedForCommitments({ materials }: Pick<Filing, 'materials'>): string[] {
  return materials.flatMap(({ name, commitment }) => {
    if (commitment?.status !== 'OPEN' || commitment.dueOn === null) return [];
    const until = dayInWords(commitment.dueOn);
    return [
      commitment.reason === null
        ? `您承诺补交“${name}”，请最迟在 ${until}补交。`
        : `您补交的“${name}”已退回，请按退回的理由，最迟在 ${until}重新补交。`,
    ];
  });
}

/** What is to be given back after a stop, as it was filed. */
function refundsDue({ type, status, institution }: Next): string[] {
  const { refundFen, refundBy } = institution?.notice ?? {};
  if (status !== 'ACCEPTED' || (type !== 'SUSPENSION' && type !== 'CLOSURE')) return [];
  if ((refundFen ?? 0) <= 0 || (refundBy ?? null) === null) return [];
  return [`按填报的安排，应退还的费用 ${yuan(refundFen ?? 0)} 最迟在 ${dayInWords(refundBy ?? '')}退清。`];
}

/** What lies with the authority. */
function waiting({ materials }: Pick<Filing, 'materials'>): string[] {
  return materials.flatMap(({ name, commitment }) =>
    commitment?.status === 'HANDED_IN' ? [`您补交的“${name}”，主管机关正在核实。`] : [],
  );
}
