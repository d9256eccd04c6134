export function NotificationBell() {
  return <span className="frame-search" />;
}
