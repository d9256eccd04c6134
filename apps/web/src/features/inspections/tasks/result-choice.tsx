import { contradictsFindings } from '@zhaoguan/contracts';
import { useId } from 'react';
import type { ResultCategory } from './queries';

interface ResultChoiceProps {
  readonly categories: readonly ResultCategory[];
  readonly chosen: ResultCategory | null;
  /** How many items were found wrong. */
  readonly failed: number;
  readonly labelledBy: string;
  readonly onChoose: (category: ResultCategory) => void;
}

/** The standard wordings; what the findings rule out cannot be chosen, and says why. */
export function ResultChoice({ categories, chosen, failed, labelledBy, onChoose }: ResultChoiceProps) {
  const id = useId();
  return (
    <div role="radiogroup" aria-labelledby={labelledBy}>
      {categories.map((category) => {
        const isRuledOut = contradictsFindings(failed > 0, category);
        const note = noteOf(category, failed, isRuledOut);
        const noteId = `${id}-${category.code}`;
        return (
          <label
            key={category.code}
            className={isRuledOut ? 'result-choice result-ruled-out' : 'result-choice'}
          >
            <input
              type="radio"
              name="result"
              checked={chosen?.code === category.code}
              disabled={isRuledOut}
              {...(note === '' ? {} : { 'aria-describedby': noteId })}
              onChange={() => onChoose(category)}
            />
            <span>
              {category.label}
              {note !== '' && <small id={noteId}>{note}</small>}
            </span>
          </label>
        );
      })}
    </div>
  );
}

function noteOf({ requiresFollowUp }: ResultCategory, failed: number, isRuledOut: boolean): string {
  if (isRuledOut) return failed > 0 ? `有 ${failed} 项不符合，不能选用` : '没有不符合项，不能选用';
  return requiresFollowUp ? '须责令改正、立案或者移送' : '';
}
