import { useEffect, type ReactNode } from 'react';
import './page.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: the state of the thing. */
  readonly state?: ReactNode;
  /** On the same line: what to do next. */
  readonly actions?: ReactNode;
  /** A line below: number, place, date. */
  readonly facts?: ReactNode;
  readonly children: ReactNode;
}

/** Title, state and next action on one line, then the content. */
export function Page({ title, state, actions, facts, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} - 照管`;
  }, [title]);
  return (
    <article className="page">
      <header className="page-head">
        <h1>{title}</h1>
        {state}
        {actions !== undefined && <div className="page-actions no-print">{actions}</div>}
      </header>
      {facts !== undefined && <p className="page-facts muted">{facts}</p>}
      {children}
    </article>
  );
}
