import { useDaysLeft } from '../../shared/ui/use-calendar';
import { decisionDue, passedTermInWords } from './passed-term-words';
import { useOverdueOfFiling, type Filing } from './queries';

/** What the applicant is told once the term of the authority has passed; nothing before. */
export function usePassedTerm(filing: Filing): string[] {
  const isPassed = (useDaysLeft(decisionDue(filing)) ?? 0) < 0;
  const { data } = useOverdueOfFiling(filing.id, isPassed);
  return isPassed && data ? [passedTermInWords(filing, data)] : [];
}
