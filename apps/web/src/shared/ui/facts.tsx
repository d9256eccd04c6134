import type { ReactNode } from 'react';
import './facts.css';

export interface Fact {
  readonly name: string;
  readonly value: ReactNode;
  /** Where the thing itself can be opened: its name leads there. */
  readonly onGo?: () => void;
}

/** Names and values of one thing, two columns on a desk, one in the hand. Nothing is left out silently. */
export function Facts({ facts }: { readonly facts: readonly Fact[] }) {
  return (
    <dl className="facts">
      {facts.map(({ name, value, onGo }) => (
        <div key={name}>
          <dt>
            {onGo ? (
              <button type="button" className="link-button" onClick={onGo}>
                {name}
              </button>
            ) : (
              name
            )}
          </dt>
          <dd>{value ?? <span className="muted">未填写</span>}</dd>
        </div>
      ))}
    </dl>
  );
}
