import { dayInWords } from '../../shared/ui/dates';
import { asksForLicence, nextForApplicant } from './filing-words';
import type { Filing } from './queries';

type Next = Parameters<typeof nextForApplicant>[0] & Pick<Filing, 'materials'>;

/** What the applicant can expect or has to do now (下一步), line by line: a case that was granted may still ask for something. */
export function nextSteps(filing: Next): string[] {
  const owed = owedForCommitments(filing);
  if (owed.length === 0) return [nextForApplicant(filing), ...waiting(filing)];
  const granted = asksForLicence(filing) ? '已经准予许可，许可证和决定书可以下载。' : '备案已经准予。';
  return [`${granted}还有下列事项要办：`, ...owed, ...waiting(filing)];
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

/** What lies with the authority. */
function waiting({ materials }: Pick<Filing, 'materials'>): string[] {
  return materials.flatMap(({ name, commitment }) =>
    commitment?.status === 'HANDED_IN' ? [`您补交的“${name}”，主管机关正在核实。`] : [],
  );
}
