import { Form, Select } from 'antd';
import { Link } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { RecordForm } from '../../shared/form/record-form';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { IssuedKeyNotice } from './issued-key';
import { PartnerFields, partnerOf, type PartnerValues } from './partner-fields';
import { useRegisterPartner, type PartnerToRegister } from './queries';

type Values = PartnerValues & { readonly algorithm: NonNullable<PartnerToRegister['algorithm']> };

const ALGORITHMS = [
  { value: 'SM3', label: 'SM3（国密）' },
  { value: 'SHA256', label: 'SHA-256（平台不支持国密的）' },
];

export default function NewPartnerPage() {
  const [form] = Form.useForm<Values>();
  const register = useRegisterPartner();
  return (
    <Page title="登记对接平台">
      <Panel title="平台">
        <div style={{ maxWidth: 560 }}>
          {register.data ? (
            <>
              <IssuedKeyNotice given={register.data} />
              <p>
                <Link to={`/partners/${register.data.partnerId}`}>查看对接平台</Link>
              </p>
            </>
          ) : (
            <RecordForm<Values>
              name="new-partner"
              form={form}
              initialValues={{ algorithm: 'SM3' }}
              submit="登记"
              busy={register.isPending}
              error={register.error}
              onSubmit={(values) => carryOut(register, { ...partnerOf(values), algorithm: values.algorithm })}
            >
              <PartnerFields />
              <Form.Item name="algorithm" label="签名算法" required extra="登记以后不能改变">
                <Select options={ALGORITHMS} />
              </Form.Item>
            </RecordForm>
          )}
        </div>
      </Panel>
    </Page>
  );
}
