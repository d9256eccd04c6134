import { Alert } from 'antd';
import { Link } from 'react-router';
import { CopyButton } from '../../shared/ui/copy-button';
import type { WithPassword } from './people-queries';

/** The initial password: shown once and kept nowhere, so what to do with it stands beside it. */
export function InitialPassword({ given: { person, initialPassword } }: { readonly given: WithPassword }) {
  return (
    <Alert
      type="warning"
      showIcon
      title="初始密码只显示这一次"
      description={
        <>
          <p>
            {person.name}（{person.username}）的初始密码：
            <code className="mono" style={{ fontSize: 18 }}>
              {initialPassword}
            </code>{' '}
            <CopyButton name="初始密码" value={initialPassword} />
          </p>
          <p>请当面或者电话告知本人；首次登录必须修改。</p>
          <Link to={`/people/${person.id}`}>查看账号</Link>
        </>
      }
    />
  );
}
