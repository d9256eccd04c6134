import { useMutation } from '@tanstack/react-query';
import { PASSWORD_RULE, passwordFaults } from '@zhaoguan/contracts';
import { Form, Input } from 'antd';
import { api, bodyOf } from '../../shared/api/client';
import { carryOut } from '../../shared/api/carry-out';
import { RecordForm } from '../../shared/form/record-form';
import { FILLED } from '../../shared/form/filled';

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
  });
  return (
    <RecordForm<Passwords>
      name="change-password"
      form={form}
      submit="修改密码"
      busy={change.isPending}
      error={change.error}
      onSubmit={(values) =>
        carryOut(change, values, () => {
          form.resetFields();
          onChanged();
        })
      }
    >
      <Form.Item name="currentPassword" label="原密码" rules={FILLED}>
        <Input.Password autoComplete="current-password" />
      </Form.Item>
      <Form.Item
        name="password"
        label="新密码"
        extra={PASSWORD_RULE}
        validateTrigger="onBlur"
        rules={[
          ...FILLED,
          {
            // At once with what is wrong in the other fields, and not after it is put right.
            validator: (_, value: string | undefined) => {
              const faults = value ? passwordFaults(value) : [];
              return faults.length === 0 ? Promise.resolve() : Promise.reject(new Error(faults.join('，')));
            },
          },
        ]}
      >
        <Input.Password autoComplete="new-password" />
      </Form.Item>
      <Form.Item
        name="repeated"
        label="再填一次新密码"
        dependencies={['password']}
        rules={[
          ...FILLED,
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
    </RecordForm>
  );
}
