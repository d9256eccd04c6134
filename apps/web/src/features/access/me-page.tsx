import { useMutation } from '@tanstack/react-query';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { session } from '../../shared/session/session';
import { useUser } from '../../shared/session/use-session';
import { Decision } from '../../shared/ui/decision';
import { tell } from '../../shared/ui/told';
import { Failure } from '../../shared/ui/failure';
import { Page } from '../../shared/ui/page';
import { Jurisdiction } from './jurisdiction';
import { PasswordForm } from './password-form';

export default function MePage() {
  const { name } = useUser();
  const [asking, setAsking] = useState(false);
  const leaving = useMutation({ mutationFn: () => session.end(false) });
  const ending = useMutation({ mutationFn: () => session.end(true) });
  return (
    <Page title="我的">
      <Flex vertical gap={16} style={{ maxWidth: 480 }}>
        <Card title={name}>
          <p>
            <Jurisdiction />
          </p>
          {leaving.error && <Failure error={leaving.error} what="没有退出登录" />}
          <Flex gap={8} wrap>
            <Button loading={leaving.isPending} onClick={() => carryOut(leaving, undefined)}>
              退出登录
            </Button>
            <Button danger onClick={() => setAsking(true)}>
              退出所有设备
            </Button>
          </Flex>
          <Decision
            open={asking}
            act="退出所有设备"
            consequences={[
              '其他电脑和手机上的登录会立即结束，没有保存到服务器的内容会丢失。',
              '本机也会退出。',
            ]}
            busy={ending.isPending}
            error={ending.error}
            onConfirm={() => carryOut(ending, undefined)}
            onCancel={() => setAsking(false)}
          />
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
