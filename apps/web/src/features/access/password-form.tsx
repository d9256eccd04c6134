import { useMutation } from '@tanstack/react-query';
import { Button, Form, Input } from 'antd';
import { api, bodyOf } from '../../shared/api/client';
import { Failure } from '../../shared/ui/failure';

interface Passwords {
  readonly currentPassword: string;
  readonly password: string;
  readonly repeated: string;
}

/** The server decides whether a password is strong enough; here only what a person can mistype is checked. */
export function PasswordForm({ onChanged }: { readonly onChanged: () => void }) {
  const [form] = Form.useForm<Passwords>();
  const change = useMutation({
    mutationFn: ({ currentPassword, password }: Passwords) =>
      bodyOf(api.POST('/api/v1/auth/password', { body: { currentPassword, password } })),
    onSuccess: () => {
      form.resetFields();
      onChanged();
    },
  });
  return (
    <Form
      name="change-password"
      form={form}
      layout="vertical"
      requiredMark={false}
      onFinish={(values) => change.mutate(values)}
    >
      <Form.Item name="currentPassword" label="现在的密码" rules={[{ required: true, message: '请填写' }]}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label="新密码"
        extra="至少 10 位，同时含有字母和数字，不能与用户名相同"
        rules={[{ required: true, message: '请填写' }]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再填一次新密码"
        dependencies={['password']}
        rules={[
          { required: true, message: '请填写' },
          ({ getFieldValue }) => ({
            validator: (_, value: string) =>
              value === undefined || value === '' || value === getFieldValue('password')
                ? Promise.resolve()
                : Promise.reject(new Error('两次填写的新密码不一样')),
          }),
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      {change.error && <Failure error={change.error} what="密码没有修改" />}
      <Button type="primary" htmlType="submit" loading={change.isPending}>
        修改密码
      </Button>
    </Form>
  );
}
