import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Loaded } from '../../../shared/ui/loaded';

interface FigureProps<T> {
  readonly title: string;
  readonly query: UseQueryResult<T>;
  readonly isEmpty: (data: T) => boolean;
  /** When there is nothing to draw: why, and when there will be. */
  readonly empty: string;
  readonly children: (data: T) => ReactNode;
}

/** One picture of the page, or why there is none. */
export function Figure<T>({ title, query, isEmpty, empty, children }: FigureProps<T>) {
  return (
    <Loaded query={query} what={title}>
      {(data) =>
        isEmpty(data) ? (
          <section className="figure-empty">
            <h2>{title}</h2>
            <p className="muted">{empty}</p>
          </section>
        ) : (
          children(data)
        )
      }
    </Loaded>
  );
}
