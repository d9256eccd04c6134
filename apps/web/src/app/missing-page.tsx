import { Empty } from 'antd';
import { Link } from 'react-router';

export default function MissingPage() {
  return (
    <Empty description="没有这个页面。地址可能写错了，或者页面已经搬走。">
      <Link to="/">回到待办</Link>
    </Empty>
  );
}
