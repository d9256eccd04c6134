import type { ReactNode } from 'react';
import './state-line.css';

export interface Step {
  readonly label: string;
  /** `here` is where the thing stands now. */
  readonly state: 'done' | 'here' | 'ahead' | 'stopped';
  readonly note?: ReactNode;
}

const MARKS: Readonly<Record<Step['state'], string>> = { done: '✓', here: '●', ahead: '○', stopped: '■' };
const SPOKEN: Readonly<Record<Step['state'], string>> = {
  done: '已完成',
  here: '当前',
  ahead: '尚未开始',
  stopped: '已终止',
};

/** A process as a line of steps: what is done, where it stands, what comes. */
export function StateLine({ steps }: { readonly steps: readonly Step[] }) {
  return (
    <ol className="state-line" aria-label="办理进度">
      {steps.map(({ label, state, note }) => (
        <li key={label} className={`state-${state}`} aria-current={state === 'here' ? 'step' : undefined}>
          <span aria-hidden="true">{MARKS[state]}</span>
          <span>
            <span className="visually-hidden">{SPOKEN[state]}：</span>
            {label}
            {note !== undefined && <small>{note}</small>}
          </span>
        </li>
      ))}
    </ol>
  );
}
