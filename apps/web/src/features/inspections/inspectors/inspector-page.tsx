import { departmentLabel, type DepartmentCode } from '@zhaoguan/contracts';
import { Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { useParams } from 'react-router';
import { carryOut } from '../../../shared/api/carry-out';
import { atMost } from '../../../shared/form/filled';
import { RecordForm } from '../../../shared/form/record-form';
import { useMay } from '../../../shared/session/use-session';
import { Decision } from '../../../shared/ui/decision';
import { dayInWords } from '../../../shared/ui/dates';
import { Facts } from '../../../shared/ui/facts';
import { Loaded } from '../../../shared/ui/loaded';
import { Page } from '../../../shared/ui/page';
import { Panel } from '../../../shared/ui/panel';
import { usePlaceNames } from '../../../shared/ui/places';
import { ReasonField } from '../../../shared/ui/reason-field';
import { tell } from '../../../shared/ui/told';
import { ChangeList } from './change-list';
import { CertificateMark } from './certificate-mark';
import { InspectorFields, type InspectorValues } from './inspector-fields';
import { useChangeInspector, useInspector, type Inspector } from './queries';
import { reasonIsNeeded } from './reason-needed';
import { RecusalPanel } from './recusal-panel';

export default function InspectorPage() {
  const { id = '' } = useParams();
  return (
    <Loaded query={useInspector(id)} what="检查人员">
      {(inspector) => <Entry key={inspector.id} inspector={inspector} />}
    </Loaded>
  );
}

function Entry({ inspector }: { readonly inspector: Inspector }) {
  const [asking, ask] = useState(false);
  const [reason, setReason] = useState('');
  const mayManage = useMay('inspector.manage');
  const change = useChangeInspector(inspector);
  const places = usePlaceNames(inspector.districts);
  const { name, certificateNumber, department, validUntil, active } = inspector;
  return (
    <Page
      title={name}
      state={<CertificateMark inspector={inspector} />}
      facts={`执法证号 ${certificateNumber}`}
      actions={
        mayManage && <Button onClick={() => ask(true)}>{active ? '停用这名检查人员' : '恢复使用'}</Button>
      }
    >
      <Panel title="名录记录">
        {mayManage ? (
          // After somebody else's change the form begins anew with what holds now.
          <ChangeForm key={inspector.version} inspector={inspector} />
        ) : (
          <Facts
            facts={[
              { name: '部门', value: departmentLabel(department) },
              { name: '辖区', value: places },
              { name: '执法证有效期至', value: dayInWords(validUntil) },
            ]}
          />
        )}
      </Panel>
      {mayManage && <RecusalPanel inspector={inspector} />}
      <ChangeList inspectorId={inspector.id} />
      <Decision
        open={asking}
        act={active ? '停用这名检查人员' : '恢复使用'}
        consequences={
          active
            ? [
                `此后发布的抽取不再选派${name}。`,
                '已经派给本人、还没有完成的检查，须由他人接替；回避记录保留。',
                '停用的人数随以后的抽取公布，理由只有本人和名录管理人员可以看到。',
              ]
            : [
                `此后发布的抽取可以选派${name}。`,
                '执法证须在有效期内；回避仍然有效。',
                '停用期间公告的抽取尚未公开的，恢复的人数随那次抽取公布。',
              ]
        }
        ready={reason.trim() !== ''}
        busy={change.isPending}
        error={change.error}
        onCancel={() => {
          ask(false);
          change.reset();
        }}
        onConfirm={() =>
          carryOut(change, { active: !active, reason }, () => {
            tell(active ? `已停用检查人员“${name}”。` : `已恢复使用检查人员“${name}”。`);
            setReason('');
            ask(false);
          })
        }
      >
        <ReasonField label={active ? '停用的理由' : '恢复使用的理由'} value={reason} onChange={setReason} />
      </Decision>
    </Page>
  );
}

type ChangedValues = InspectorValues & { readonly reason?: string };

function ChangeForm({ inspector }: { readonly inspector: Inspector }) {
  const [form] = Form.useForm<ChangedValues>();
  const change = useChangeInspector(inspector);
  const { department, districts, validUntil } = inspector;
  const typed = Form.useWatch<ChangedValues | undefined>([], form);
  const mustExplain = reasonIsNeeded(inspector, typed ?? {});
  useEffect(() => {
    // What was missing a moment ago is not missed any more; asked as by hand, so that the summary hears of it too.
    if (!mustExplain && form.getFieldError('reason').length > 0) void form.validateFields(['reason']);
  }, [form, mustExplain]);
  return (
    <div style={{ maxWidth: 560 }}>
      <RecordForm<ChangedValues>
        name="inspector"
        form={form}
        initialValues={{ department: department as DepartmentCode, districts, validUntil }}
        submit="保存变更"
        busy={change.isPending}
        error={change.error}
        onSubmit={({ reason, ...values }) =>
          carryOut(change, withReason(values, reason), () => {
            form.setFieldValue('reason', undefined);
            tell('已保存，此后发布的抽取按新的记录选派。');
          })
        }
      >
        <InspectorFields />
        <Form.Item
          name="reason"
          label="变更的理由"
          // Always a rule: a field without any is not asked again, and would keep its fault.
          rules={[{ required: mustExplain, whitespace: mustExplain, message: '请写明理由' }, atMost(1000)]}
          extra="调整部门、辖区或者缩短执法证有效期的，写明理由；这类变更的人数随以后的抽取公布。"
        >
          <Input.TextArea count={{ max: 1000, show: true }} autoSize={{ minRows: 2, maxRows: 6 }} />
        </Form.Item>
      </RecordForm>
    </div>
  );
}

function withReason(values: InspectorValues, reason = ''): InspectorValues & { readonly reason?: string } {
  return reason.trim() === '' ? values : { ...values, reason };
}
