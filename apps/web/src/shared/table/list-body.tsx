import { Button, Empty } from 'antd';
import type { ReactNode } from 'react';
import { Failure } from '../ui/failure';
import { Waiting } from '../ui/waiting';
import type { usePagedList } from './use-paged-list';
import './list-table.css';

interface ListBodyProps<T> {
  readonly list: ReturnType<typeof usePagedList<T>>;
  /** What the list holds, for `没有取得备案`. */
  readonly what: string;
  /** When nothing is there: why, and what to do next. */
  readonly empty: ReactNode;
  readonly children: (items: readonly T[]) => ReactNode;
}

/** What a list from the server brought so far, and the way to the next page. */
export function ListBody<T>({ list, what, empty, children }: ListBodyProps<T>) {
  if (list.isError && !list.items) {
    return <Failure error={list.error} what={`没有取得${what}`} onRetry={() => void list.refetch()} />;
  }
  if (!list.items) return <Waiting />;
  if (list.items.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <>
      {children(list.items)}
      {list.hasNextPage && (
        <p className="list-more no-print">
          <Button loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
            继续显示
          </Button>{' '}
          <span className="muted">已显示 {list.items.length} 条</span>
        </p>
      )}
    </>
  );
}
