import { useId } from 'react';
import type { Pool } from '@zhaoguan/draw';
import { twoDigits } from './beacon-value';
import './draws.css';

interface NumberPickerProps {
  readonly pool: Pool;
  readonly picked: readonly number[];
  readonly onChange: (picked: readonly number[]) => void;
}

/** The drawn numbers, picked from all there are; when there are enough, one must be taken back before another. */
export function NumberPicker({ pool, picked, onChange }: NumberPickerProps) {
  const { highest, count } = pool;
  const name = pool.name === '' ? '开奖号码' : pool.name;
  const id = useId();
  const full = picked.length >= count;
  return (
    <div role="group" aria-labelledby={id} className="picker">
      <p id={id}>
        {name}：已选 {picked.length}/{count} 个
      </p>
      <div className="picker-numbers">
        {Array.from({ length: highest }, (_, i) => i + 1).map((number) => {
          const chosen = picked.includes(number);
          return (
            <button
              key={number}
              type="button"
              aria-pressed={chosen}
              aria-label={`${name} ${twoDigits(number)}`}
              disabled={full && !chosen}
              onClick={() => onChange(chosen ? picked.filter((one) => one !== number) : [...picked, number])}
            >
              {twoDigits(number)}
            </button>
          );
        })}
      </div>
    </div>
  );
}
