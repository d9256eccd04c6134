import { Empty } from 'antd';
import { Link } from 'react-router';
import { Page } from '../shared/ui/page';

export default function MissingPage() {
  return (
    <Page title="没有这个页面">
      <Empty description="地址可能写错了，或者页面已经搬走。">
        <Link to="/">回到待办</Link>
      </Empty>
    </Page>
  );
}
