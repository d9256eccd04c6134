import { Layout, Menu } from 'antd';
import { Link, Outlet, useLocation } from 'react-router';
import { Jurisdiction } from '../features/access/jurisdiction';
import { NotificationBell } from '../features/workbench/notification-bell';
import { SearchBox } from '../features/workbench/search-box';
import { useUser } from '../shared/session/use-session';
import Antd from '../shared/ui/antd';
import { currentPage } from './is-within';
import { useNavigation } from './pages';
import './desktop-frame.css';

/** At a desk: top bar, navigation of what the person may do, and the page. */
export default function DesktopFrame() {
  const { name } = useUser();
  return (
    <Antd>
      <Layout className="desktop">
        <Layout.Header className="desktop-header">
          <Link to="/" className="desktop-name">
            照管
          </Link>
          <Jurisdiction />
          <SearchBox />
          <NotificationBell />
          <Link to="/me" className="desktop-me">
            {name}
          </Link>
        </Layout.Header>
        <Layout hasSider>
          <Layout.Sider width={208} className="desktop-side">
            <Navigation />
          </Layout.Sider>
          <Layout.Content id="content" className="desktop-content" tabIndex={-1}>
            <Outlet />
          </Layout.Content>
        </Layout>
      </Layout>
    </Antd>
  );
}

function Navigation() {
  const { pathname } = useLocation();
  const pages = useNavigation();
  const here = currentPage(pages, pathname);
  return (
    <nav aria-label="主导航">
      <Menu
        mode="inline"
        selectedKeys={here ? [here.path] : []}
        items={pages.map(({ path, title, nav }) => ({
          key: path,
          icon: nav ? <nav.icon aria-hidden /> : null,
          label: <Link to={`/${path}`}>{title}</Link>,
        }))}
      />
    </nav>
  );
}
