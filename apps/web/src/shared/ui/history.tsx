import type { ReactNode } from 'react';
import { momentInWords } from './dates';
import './history.css';

/** One act in the life of a thing: who, what, when, why. */
export interface Act {
  readonly id: string;
  /** An instant, or a day where no more is known. */
  readonly at: string;
  readonly label: string;
  /** Null when it is not for the reader to know. */
  readonly actor: string | null;
  readonly reason?: ReactNode;
}

/** The history of a thing, newest first. */
export function History({ acts }: { readonly acts: readonly Act[] }) {
  if (acts.length === 0) return <p className="muted">还没有办理记录。</p>;
  return (
    <ol className="history" aria-label="办理记录">
      {acts.map(({ id, at, label, actor, reason }) => (
        <li key={id}>
          <strong>{label}</strong>
          <span className="muted">
            {actor !== null && <>{actor} · </>}
            <time dateTime={at}>{momentInWords(at)}</time>
          </span>
          {reason !== undefined && <div>{reason}</div>}
        </li>
      ))}
    </ol>
  );
}
