import type { VNode } from 'preact';
import type { PageContext } from '../http/page-context';

interface PagingProps {
  readonly context: PageContext;
  readonly previousCursor: string | null;
  readonly nextCursor: string | null;
  /** Id of the list on a page that holds more than the list. */
  readonly anchor?: string;
}

/** 上一页 and 下一页 of the same list with the same filters. */
export function Paging({ context, previousCursor, nextCursor, anchor }: PagingProps): VNode | null {
  if (previousCursor === null && nextCursor === null) return null;
  const place = anchor === undefined ? '' : `#${anchor}`;
  const to = (cursor: string): string =>
    `${context.href(context.path, { ...context.query, cursor })}${place}`;
  return (
    <nav class="paging" aria-label="翻页">
      {previousCursor !== null && (
        <a class="button plain" rel="prev" href={to(previousCursor)}>
          上一页
        </a>
      )}
      {nextCursor !== null && (
        <a class="button plain" rel="next" href={to(nextCursor)}>
          下一页
        </a>
      )}
    </nav>
  );
}
