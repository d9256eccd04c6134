import type { BeaconSource } from '@zhaoguan/contracts';
import { instantInWords } from '../../../shared/ui/dates';
import { useCalendar } from '../../../shared/ui/use-calendar';
import { suggestedRound } from './round-choice';

interface SuggestionProps {
  readonly source: BeaconSource;
  readonly onTake: (round: string) => void;
}

/** A round to come with its day: nobody knows by heart which number that is. */
export function RoundSuggestion({ source, onTake }: SuggestionProps) {
  const { data } = useCalendar();
  const suggested = data && suggestedRound(source, data.today);
  if (!suggested) return null;
  const when = instantInWords(suggested.earliest.toISOString());
  return (
    <div>
      可以选{' '}
      <button type="button" className="link-button" onClick={() => onTake(suggested.round)}>
        {suggested.round} {source === 'drand' ? '轮' : '期'}
      </button>
      {source === 'drand' ? `，最早${when}产生` : `，最早${when}开奖，遇春节、国庆休市顺延`}
    </div>
  );
}
