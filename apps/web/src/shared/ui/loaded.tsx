import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import { Page } from './page';
import { Waiting } from './waiting';

interface LoadedProps<T> {
  readonly query: UseQueryResult<T>;
  /** What is being fetched, for the sentence `没有取得备案`. */
  readonly what: string;
  /** Where the whole page waits for it: the title meanwhile. */
  readonly title?: string;
  readonly children: (data: T) => ReactNode;
}

/** What a query brought: a skeleton while it runs, what to do when it failed, the content when it is there. */
export function Loaded<T>({ query, what, title, children }: LoadedProps<T>) {
  if (query.data !== undefined) {
    return (
      <>
        {query.isRefetchError && (
          <Failure
            error={query.error}
            what={`没有取得最新的${what}，下面是先前的内容`}
            onRetry={() => void query.refetch()}
          />
        )}
        {children(query.data)}
      </>
    );
  }
  const meanwhile = query.isError ? (
    <Failure error={query.error} what={`没有取得${what}`} onRetry={() => void query.refetch()} />
  ) : (
    <Waiting />
  );
  return title === undefined ? meanwhile : <Page title={title}>{meanwhile}</Page>;
}
