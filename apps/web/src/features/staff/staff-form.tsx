import {
  isStaffName,
  postInWords,
  postsOf,
  STAFF_NAME_WRONG,
  type StaffPost,
  type StaffSite,
} from '@zhaoguan/contracts';
import { Form, Input, Select } from 'antd';
import type { ReactNode } from 'react';
import { PastDayField } from '../../shared/form/past-day-field';
import { RecordForm } from '../../shared/form/record-form';
import type { FormDraft } from '../../shared/form/use-form-draft';
import { atMost } from '../../shared/form/filled';

export interface StaffValues {
  readonly name: string;
  readonly post: StaffPost;
  readonly employedOn: string;
}

interface StaffFormProps {
  readonly name: string;
  readonly site: StaffSite;
  readonly submit: string;
  readonly draft: FormDraft<StaffValues>;
  /** Without a post where it was none of the site: it is to be chosen anew. */
  readonly initial?: Omit<StaffValues, 'post'> & Partial<Pick<StaffValues, 'post'>>;
  readonly busy: boolean;
  readonly error: Error | null;
  readonly onSubmit: (values: StaffValues) => void;
  readonly children?: ReactNode;
}

/** Who somebody is and what they do: for a new person, and to put right what was entered. */
export function StaffForm({
  name,
  site,
  submit,
  draft,
  initial,
  busy,
  error,
  onSubmit,
  children,
}: StaffFormProps) {
  const [form] = Form.useForm<StaffValues>();
  return (
    <RecordForm<StaffValues>
      name={name}
      form={form}
      initialValues={{ ...initial, ...draft.value }}
      submit={submit}
      busy={busy}
      error={error}
      onChange={draft.setValue}
      saved={draft.state}
      onSubmit={onSubmit}
    >
      <Form.Item
        name="name"
        label="姓名"
        extra="加密保存；主管部门看到姓氏，不向社会公开。"
        rules={[
          { required: true, whitespace: true, message: '请填写姓名' },
          atMost(50),
          { validator: writtenAsName },
        ]}
      >
        <Input autoComplete="off" style={{ maxWidth: 320 }} />
      </Form.Item>
      <Form.Item
        name="post"
        label="岗位"
        extra={site.siteType === 'HOME' && '举办者同时从事照护的，选“照护人员”。'}
        rules={[{ required: true, message: '请选择岗位' }]}
      >
        <Select
          style={{ maxWidth: 320 }}
          options={postsOf(site).map((post) => ({ value: post, label: postInWords(post, site.siteType) }))}
        />
      </Form.Item>
      <PastDayField name="employedOn" label="入职日期" />
      {children}
    </RecordForm>
  );
}

const writtenAsName = async (_: unknown, name: unknown) => {
  if (typeof name === 'string' && name.trim() !== '' && !isStaffName(name)) throw new Error(STAFF_NAME_WRONG);
};
