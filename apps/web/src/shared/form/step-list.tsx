import type { MouseEvent } from 'react';
import { useNarrow } from '../ui/use-narrow';
import './step-list.css';

export interface StepLine {
  readonly key: string;
  readonly title: string;
  /** How many things on it are missing or wrong. */
  readonly open: number;
  /** Of the authority: how many remarks are on it, and at how many of them nothing has been changed yet. */
  readonly remarks?: { readonly total: number; readonly untouched: number };
  /** It is the act itself, not something to fill in: while these steps are shown, it has not been done. */
  readonly isAct?: boolean;
  /** Nobody has been there, and nothing of it is filled in. */
  readonly isUntouched?: boolean;
}

interface StepListProps {
  readonly lines: readonly StepLine[];
  readonly at: string;
  readonly onGo: (key: string) => void;
}

function shapeOf({ open, remarks, isAct = false, isUntouched = false }: StepLine): string {
  if (open > 0 || (remarks && remarks.untouched > 0)) return '!';
  return isAct || isUntouched ? '○' : '✓';
}

function remarksInWords({ total, untouched }: NonNullable<StepLine['remarks']>): string {
  if (untouched === 0) return `补正意见 ${total} 处，已改动`;
  return untouched === total ? `补正意见 ${total} 处` : `补正意见 ${total} 处，${untouched} 处没有改动`;
}

/** Where one is, and what is still open on which step; any step can be opened at any time. */
export function StepList({ lines, at, onGo }: StepListProps) {
  const narrow = useNarrow();
  const index = lines.findIndex(({ key }) => key === at);
  const list = (
    <ol className="step-list">
      {lines.map((line) => (
        <li key={line.key}>
          <button
            type="button"
            aria-current={line.key === at ? 'step' : undefined}
            onClick={() => onGo(line.key)}
          >
            <span aria-hidden="true">{shapeOf(line)}</span> {line.title}
            {line.open > 0 && <small>还有 {line.open} 项</small>}
            {line.remarks && <small>{remarksInWords(line.remarks)}</small>}
          </button>
        </li>
      ))}
    </ol>
  );
  if (!narrow) return <nav aria-label="填写步骤">{list}</nav>;
  // Also when the step that is open is chosen: nothing else would fold it.
  const fold = ({ currentTarget, target }: MouseEvent<HTMLDetailsElement>) => {
    if (target instanceof Element && target.closest('li')) currentTarget.open = false;
  };
  return (
    <details className="step-fold" key={at} onClick={fold}>
      <summary>
        第 {index + 1} 步，共 {lines.length} 步：{lines[index]?.title}
      </summary>
      <nav aria-label="填写步骤">{list}</nav>
    </details>
  );
}
