import { Button, Card, Flex, Popconfirm } from 'antd';
import { session } from '../../shared/session/session';
import { useUser } from '../../shared/session/use-session';
import { tell } from '../../shared/ui/told';
import { Page } from '../../shared/ui/page';
import { Jurisdiction } from './jurisdiction';
import { PasswordForm } from './password-form';

export default function MePage() {
  const { name } = useUser();
  return (
    <Page title="我的">
      <Flex vertical gap={16} style={{ maxWidth: 480 }}>
        <Card title={name}>
          <p>
            <Jurisdiction />
          </p>
          <Flex gap={8} wrap>
            <Button onClick={() => void session.end(false)}>退出登录</Button>
            <Popconfirm
              title="退出所有设备？"
              description="其他电脑和手机上的登录也会立即结束。"
              okText="全部退出"
              onConfirm={() => void session.end(true)}
            >
              <Button danger>退出所有设备</Button>
            </Popconfirm>
          </Flex>
        </Card>
        <Card title="修改密码">
          <PasswordForm
            onChanged={() => {
              tell('密码已修改。其他设备上的登录已经结束。');
              void session.resume();
            }}
          />
        </Card>
      </Flex>
    </Page>
  );
}
