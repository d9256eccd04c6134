import type { BeaconSource } from '@zhaoguan/contracts';
import { instantInWords } from '../../../shared/ui/dates';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { suggestedRound } from './round-choice';

interface SuggestionProps {
  readonly source: BeaconSource;
  readonly onTake: (round: string) => void;
}

/** An issue to come with its day: nobody knows by heart which number that is. */
export function RoundSuggestion({ source, onTake }: SuggestionProps) {
  const { data } = useCalendar();
  const issue = data && suggestedRound(source, data.today);
  if (!issue) return null;
  return (
    <div>
      可以选{' '}
      <button type="button" className="link-button" onClick={() => onTake(issue.round)}>
        {issue.round} 期
      </button>
      ，最早{instantInWords(issue.earliest.toISOString())}开奖，遇春节、国庆休市顺延
    </div>
  );
}
