import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { carryOut } from '../../shared/api/carry-out';
import { api, bodyOf } from '../../shared/api/client';
import { session } from '../../shared/session/session';
import { Failure } from '../../shared/ui/failure';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

/** @param username the only one who may sign in here: the person whose page is waiting */
export function SignInForm({ username }: { readonly username?: string }) {
  const signIn = useMutation({
    mutationFn: async (body: Credentials) =>
      session.begin(await bodyOf(api.POST('/api/v1/auth/login', { body }))),
  });
  return (
    <Form<Credentials>
      name="sign-in"
      layout="vertical"
      requiredMark={false}
      initialValues={{ username }}
      onFinish={(credentials) => carryOut(signIn, { ...credentials, username: credentials.username.trim() })}
    >
      <Form.Item name="username" label="用户名" rules={[{ required: true, message: '请填写用户名' }]}>
        <Input
          size="large"
          autoComplete="username"
          autoFocus={username === undefined}
          autoCapitalize="none"
        />
      </Form.Item>
      <Form.Item name="password" label="密码" rules={[{ required: true, message: '请填写密码' }]}>
        <Input.Password size="large" autoComplete="current-password" autoFocus={username !== undefined} />
      </Form.Item>
      {signIn.error && <Failure error={signIn.error} what="没有登录成功" />}
      <Button type="primary" size="large" htmlType="submit" block loading={signIn.isPending}>
        登录
      </Button>
    </Form>
  );
}
