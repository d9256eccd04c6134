import { Empty } from 'antd';
import { Link } from 'react-router';
import Antd from './antd';
import { Page } from './page';

export default function Forbidden() {
  return (
    <Page title="不能打开这个页面">
      <Antd>
        <Empty description="您的岗位不办理这一事项。确需办理的，请联系系统管理员。">
          <Link to="/">回到待办</Link>
        </Empty>
      </Antd>
    </Page>
  );
}
