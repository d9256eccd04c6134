import { BellOutlined } from '@ant-design/icons';
import { useCallback, useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { NotificationLine } from './notification-line';
import { useMarkRead, useNotifications, useUnread } from './queries';
import { useDismissal } from './use-dismissal';
import { useReadOnPage } from './use-read-on-page';
import './notification-bell.css';

const MOST_SHOWN = 8;

/** The bell of the frame: how many notifications (站内通知) are unread, and the newest of them. */
export function NotificationBell() {
  useReadOnPage();
  const { data: unread = 0 } = useUnread();
  const { pathname } = useLocation();
  const [open, setOpen] = useState(false);
  const close = useCallback(() => setOpen(false), []);
  useEffect(close, [pathname, close]);
  const { box, button } = useDismissal<HTMLDetailsElement>(open, close);
  return (
    <details ref={box} className="bell" open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary ref={button} aria-label={unread === 0 ? '通知' : `通知，${unread} 条未读`}>
        <BellOutlined aria-hidden />
        {unread > 0 && (
          <span className="bell-count" aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </summary>
      {open && <Newest unread={unread} />}
    </details>
  );
}

function Newest({ unread }: { readonly unread: number }) {
  const list = useNotifications();
  const markRead = useMarkRead();
  const items = list.items?.slice(0, MOST_SHOWN);
  const newest = items?.[0];
  return (
    <section className="bell-panel" aria-label="最近的通知">
      {items === undefined && <p role="status">正在载入…</p>}
      {items?.length === 0 && <p>还没有通知。</p>}
      <ul>
        {items?.map((notification) => (
          <NotificationLine key={notification.id} notification={notification} />
        ))}
      </ul>
      <p className="bell-foot">
        <Link to="/notifications">全部通知</Link>
        {unread > 0 && newest && (
          <button
            type="button"
            className="link-button"
            disabled={markRead.isPending}
            onClick={() => markRead.mutate({ upTo: newest.id })}
          >
            全部标为已读
          </button>
        )}
      </p>
    </section>
  );
}
