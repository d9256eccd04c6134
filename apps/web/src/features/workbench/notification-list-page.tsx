import { Failure } from '../../shared/ui/failure';
import { Page } from '../../shared/ui/page';
import { Waiting } from '../../shared/ui/waiting';
import { NotificationLine } from './notification-line';
import { useMarkRead, useNotifications, useUnread } from './queries';
import './notification-bell.css';
import './home.css';

/** Every notification of the person, the newest first. */
export default function NotificationListPage() {
  const list = useNotifications();
  const { data: unread = 0 } = useUnread();
  const markRead = useMarkRead();
  const newest = list.items?.[0];
  if (list.isError && !list.items) {
    return (
      <Page title="通知">
        <Failure error={list.error} what="没有取得通知" onRetry={() => void list.refetch()} />
      </Page>
    );
  }
  return (
    <Page
      title="通知"
      actions={
        unread > 0 &&
        newest && (
          <button
            type="button"
            className="work-more"
            disabled={markRead.isPending}
            onClick={() => markRead.mutate({ upTo: newest.id })}
          >
            全部标为已读（{unread} 条）
          </button>
        )
      }
    >
      {!list.items && <Waiting />}
      {list.items?.length === 0 && <p className="panel">还没有通知。事项有进展时会在这里告诉您。</p>}
      {list.items && list.items.length > 0 && (
        <ul className="notifications" aria-label="通知">
          {list.items.map((notification) => (
            <NotificationLine key={notification.id} notification={notification} />
          ))}
        </ul>
      )}
      {list.hasNextPage && (
        <p>
          <button
            type="button"
            className="work-more"
            disabled={list.isFetchingNextPage}
            onClick={() => void list.fetchNextPage()}
          >
            继续显示
          </button>
        </p>
      )}
    </Page>
  );
}
