import { Link } from 'react-router';
import { useUser } from '../../shared/session/use-session';
import { instantInWords } from '../../shared/ui/dates';
import { useMarkRead, type Notification } from './queries';
import { noticePath } from './subject-path';

/** One notification; following it marks it as read, and one that leads nowhere is marked by hand. */
export function NotificationLine({ notification }: { readonly notification: Notification }) {
  const { id, title, type, typeLabel, subject, createdAt, readAt } = notification;
  const user = useUser();
  const markRead = useMarkRead();
  const seen = () => readAt === null && markRead.mutate({ ids: [id] });
  const words = (
    <>
      {readAt === null ? <strong>{title}</strong> : title}
      <small className="muted">
        {readAt === null && '未读 · '}
        {typeLabel} · {instantInWords(createdAt)}
      </small>
    </>
  );
  return (
    <li className="notification">
      {subject === null ? (
        <span>
          {words}
          {readAt === null && (
            <button type="button" className="link-button" disabled={markRead.isPending} onClick={seen}>
              标为已读
            </button>
          )}
        </span>
      ) : (
        <Link to={noticePath({ type, subject }, user)} onClick={seen}>
          {words}
        </Link>
      )}
    </li>
  );
}
