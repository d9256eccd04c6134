import { Link, Outlet, useLocation } from 'react-router';
import { Jurisdiction } from '../features/access/jurisdiction';
import { NotificationBell } from '../features/workbench/notification-bell';
import { isWithin } from './is-within';
import { useNavigation } from './pages';
import './phone-frame.css';

const MOST_PLACES = 4;

/** In the hand: one column, and a bar of four places within the thumb's reach. Light, for it is loaded in corridors. */
export default function PhoneFrame() {
  const { pathname } = useLocation();
  const pages = useNavigation();
  const places = pages
    .filter(({ nav }) => nav?.phone !== undefined)
    .toSorted((a, b) => (a.nav?.phone ?? 0) - (b.nav?.phone ?? 0))
    .slice(0, MOST_PLACES);
  return (
    <div className="phone">
      <header className="phone-header">
        <details className="phone-menu" key={pathname}>
          <summary aria-label="全部功能">☰</summary>
          <nav aria-label="主导航">
            <p>
              <Jurisdiction />
            </p>
            {pages.map(({ path, title, nav }) => (
              <Link key={path} to={`/${path}`} aria-current={isWithin(pathname, path) ? 'page' : undefined}>
                {nav && <nav.icon aria-hidden />} {title}
              </Link>
            ))}
          </nav>
        </details>
        <Link to="/" className="phone-name">
          照管
        </Link>
        <NotificationBell />
      </header>
      <main id="content" className="phone-content" tabIndex={-1}>
        <Outlet />
      </main>
      <nav className="phone-bar" aria-label="常用">
        {places.map(({ path, title, nav }) => (
          <Link key={path} to={`/${path}`} aria-current={isWithin(pathname, path) ? 'page' : undefined}>
            {nav && <nav.icon aria-hidden />}
            {title}
          </Link>
        ))}
      </nav>
    </div>
  );
}
