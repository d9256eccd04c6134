import type { ReactNode } from 'react';
import './mark.css';

/** Done, running, attention, stopped: each with a shape besides its colour. */
export type Tone = 'good' | 'running' | 'attention' | 'stopped' | 'plain';

const SHAPES: Readonly<Record<Tone, string>> = {
  good: '✓',
  running: '●',
  attention: '!',
  stopped: '■',
  plain: '○',
};

/** A state in one word. */
export function Mark({ tone, children }: { readonly tone: Tone; readonly children: ReactNode }) {
  return (
    <span className={`mark mark-${tone}`}>
      <span aria-hidden="true">{SHAPES[tone]}</span> {children}
    </span>
  );
}
