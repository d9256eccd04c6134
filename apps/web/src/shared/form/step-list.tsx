import { useNarrow } from '../ui/use-narrow';
import './step-list.css';

export interface StepLine {
  readonly key: string;
  readonly title: string;
  /** How many things on it are missing or wrong. */
  readonly open: number;
  /** It is the act itself, not something to fill in: while these steps are shown, it has not been done. */
  readonly isAct?: boolean;
}

interface StepListProps {
  readonly lines: readonly StepLine[];
  readonly at: string;
  readonly onGo: (key: string) => void;
}

/** Where one is, and what is still open on which step; any step can be opened at any time. */
export function StepList({ lines, at, onGo }: StepListProps) {
  const narrow = useNarrow();
  const index = lines.findIndex(({ key }) => key === at);
  const list = (
    <ol className="step-list">
      {lines.map(({ key, title, open, isAct = false }) => (
        <li key={key}>
          <button type="button" aria-current={key === at ? 'step' : undefined} onClick={() => onGo(key)}>
            <span aria-hidden="true">{open > 0 ? '!' : isAct ? '○' : '✓'}</span> {title}
            {open > 0 && <small>还有 {open} 项</small>}
          </button>
        </li>
      ))}
    </ol>
  );
  if (!narrow) return <nav aria-label="填写步骤">{list}</nav>;
  return (
    <details className="step-fold" key={at}>
      <summary>
        第 {index + 1} 步，共 {lines.length} 步：{lines[index]?.title}
      </summary>
      <nav aria-label="填写步骤">{list}</nav>
    </details>
  );
}
