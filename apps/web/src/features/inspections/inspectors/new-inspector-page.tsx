import { Form, Input } from 'antd';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { RecordForm } from '../../../shared/form/record-form';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { tell } from '../../../shared/ui/told';
import { CandidateSelect } from './candidate-select';
import { InspectorFields, type InspectorValues } from './inspector-fields';
import { useAddInspector, type Candidate } from './queries';

interface Values extends InspectorValues {
  readonly personId: string;
  readonly certificateNumber: string;
}

export default function NewInspectorPage() {
  const [form] = Form.useForm<Values>();
  const [key] = useState(() => crypto.randomUUID());
  const add = useAddInspector();
  const navigate = useNavigate();
  const takeOver = ({ departments }: Candidate) => {
    if (departments.length === 1) form.setFieldValue('department', departments[0]);
  };
  return (
    <Page title="登记检查人员">
      <Panel title="名录记录">
        <div style={{ maxWidth: 560 }}>
          <RecordForm<Values>
            name="new-inspector"
            form={form}
            submit="登记检查人员"
            busy={add.isPending}
            error={add.error}
            onSubmit={(values) =>
              carryOut(add, { key, ...values }, ({ id, name }) => {
                tell(`已登记“${name}”，此后的抽取可以选派。`);
                void navigate(`/inspectors/${id}`);
              })
            }
          >
            <Form.Item
              name="personId"
              label="账号"
              rules={[{ required: true, message: '请选择账号' }]}
              extra="有执法检查人员岗位的账号；找不到的，请系统管理员先建立账号"
            >
              <CandidateSelect onPick={takeOver} />
            </Form.Item>
            <Form.Item
              name="certificateNumber"
              label="执法证号"
              rules={[{ required: true, message: '请填写' }]}
              extra="随检查结果公开，公众可以凭证号核实身份；登记以后不能改"
            >
              <Input className="mono" autoComplete="off" maxLength={64} />
            </Form.Item>
            <InspectorFields />
          </RecordForm>
        </div>
      </Panel>
    </Page>
  );
}
