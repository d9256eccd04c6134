import { Form, Input } from 'antd';
import { useSearchParams } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { RecordForm } from '../../shared/form/record-form';
import { Page } from '../../shared/ui/page';
import { Panel } from '../../shared/ui/panel';
import { useOnlyCounty } from '../../shared/ui/places';
import { InitialPassword } from './initial-password';
import { wantedAccount } from './wanted-account';
import { useAddPerson } from './people-queries';
import { PersonFields, rightsOf, type Rights } from './person-fields';
import { atMost, FILLED } from '../../shared/form/filled';

type Values = Rights & { readonly username: string };

export default function NewPersonPage() {
  const [form] = Form.useForm<Values>();
  const add = useAddPerson();
  const homeDistrict = useOnlyCounty();
  const [asked] = useSearchParams();
  return (
    <Page title="新建账号">
      <Panel title="账号">
        <div style={{ maxWidth: 560 }}>
          {add.data ? (
            <InitialPassword given={add.data} />
          ) : (
            <RecordForm<Values>
              name="new-person"
              form={form}
              initialValues={{
                ...(homeDistrict === undefined ? {} : { homeDistrict }),
                ...wantedAccount(asked),
              }}
              submit="新建账号"
              busy={add.isPending}
              error={add.error}
              onSubmit={(values) => carryOut(add, { username: values.username, ...rightsOf(values) })}
            >
              <Form.Item
                name="username"
                label="用户名"
                extra="3 至 64 位小写字母、数字、点或横线，例如 registrar-610116"
                rules={[...FILLED, atMost(64)]}
              >
                <Input autoComplete="off" autoCapitalize="none" />
              </Form.Item>
              <PersonFields />
            </RecordForm>
          )}
        </div>
      </Panel>
    </Page>
  );
}
