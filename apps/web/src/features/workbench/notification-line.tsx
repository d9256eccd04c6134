import { Link } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { instantInWords } from '../../shared/ui/dates';
import { useMarkRead, type Notification } from './queries';
import { noticePath } from './subject-path';

/** One notification; following it marks it as read, and one that leads nowhere is marked by hand. */
export function NotificationLine({ notification }: { readonly notification: Notification }) {
  const { id, title, typeLabel, createdAt, readAt, doneAt } = notification;
  const user = useUser();
  const markRead = useMarkRead();
  const unread = readAt === null && doneAt === null;
  const path = noticePath(notification, user);
  const seen = () => unread && markRead.mutate({ ids: [id] });
  const words = (
    <>
      {unread ? <strong>{title}</strong> : title}
      <small className="muted">
        {unread && '未读 · '}
        {doneAt !== null && '已办理 · '}
        {typeLabel} · {instantInWords(createdAt)}
      </small>
    </>
  );
  return (
    <li className="notification">
      {path === undefined ? (
        <span>
          {words}
          {unread && (
            <button type="button" className="link-button" disabled={markRead.isPending} onClick={seen}>
              标为已读
            </button>
          )}
        </span>
      ) : (
        <Link to={path} onClick={seen}>
          {words}
        </Link>
      )}
    </li>
  );
}
