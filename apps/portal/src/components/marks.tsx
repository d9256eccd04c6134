import { GRADE_LABELS, type Grade } from '@zhaoguan/contracts';
import type { ComponentChildren, VNode } from 'preact';

/** Done, running, attention, stopped: each with a shape and a word, so that nothing hangs on colour. */
export type Tone = 'good' | 'running' | 'attention' | 'stopped' | 'plain';

const SHAPES: Readonly<Record<Tone, string>> = {
  good: '✓',
  running: '●',
  attention: '!',
  stopped: '■',
  plain: '–',
};

const GRADE_TONES: Readonly<Record<Grade, Tone>> = {
  A: 'good',
  B: 'running',
  C: 'attention',
  D: 'stopped',
};

export function Mark({ tone, children }: { tone: Tone; children: ComponentChildren }): VNode {
  return (
    <span class={`mark mark-${tone}`}>
      <span class="shape" aria-hidden="true">
        {SHAPES[tone]}
      </span>
      <span>{children}</span>
    </span>
  );
}

/** 信用等级: letter, word and shape. */
export function GradeMark({ grade, long = false }: { grade: Grade; long?: boolean }): VNode {
  return (
    <Mark tone={GRADE_TONES[grade]}>
      {long ? '信用等级 ' : ''}
      <strong>{grade}</strong> {GRADE_LABELS[grade]}
    </Mark>
  );
}
