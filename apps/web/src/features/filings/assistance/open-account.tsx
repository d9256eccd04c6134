import { Alert, Button, Form, Input } from 'antd';
import { useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { DistrictSelect } from '../../../shared/form/district-select';
import { RecordForm } from '../../../shared/form/record-form';
import { CopyButton } from '../../../shared/ui/copy-button';
import { Panel } from '../../../shared/ui/panel';
import { useOnlyCounty } from '../../../shared/ui/places';
import { useOpenAccount, type Matter, type OpenedAccount } from './queries';
import type { FilingToCome } from './window-office';
import { atMost, FILLED } from '../../../shared/form/filled';

interface Account {
  readonly username: string;
  readonly name: string;
  readonly district: string;
}

const NOT_FILLED_IN = '请先填写下面的机构类别、统一社会信用代码和服务场所所在区县，由本窗口受理的才开立。';

/** As the form rejects what is filled in. */
interface Rejected {
  readonly values?: FilingToCome;
  readonly errorFields?: readonly { readonly errors: readonly string[] }[];
}

/** What the form says at its fields: of what is filled in, why it is not for this window. */
function whyEarly(refused: unknown): string {
  const { errorFields = [], values } = refused as Rejected;
  const { kind, institution } = values ?? {};
  const isFilledIn = [kind, institution?.uscc, institution?.district].every((each) => (each ?? '') !== '');
  const said = errorFields.flatMap(({ errors }) => errors);
  return isFilledIn && said.length > 0 ? `${said.join('；')}。` : NOT_FILLED_IN;
}

/** Who gives the first password could have signed in: nobody decides what comes from an account of their own giving. */
const ABOUT_GIVING =
  '您开立账号以后，这个账号提交的申请，包括申请人以后自己在线提交的，由其他工作人员办理和现场核查，您不能办理。本机关只有您一人办理这类申请的，请先由系统管理员开立申请人账号，或者为其他工作人员开立登记备案账号。';

interface OpenAccountProps {
  /** What the applicant came for; rejects while it is not filled in, or is received at another window. */
  readonly about: () => Promise<Matter>;
  readonly onOpened: (account: OpenedAccount) => void;
}

/** For an applicant without an account: opened at the window, the password shown once and changed at the first sign-in. */
export function OpenAccount({ about, onOpened }: OpenAccountProps) {
  const [asked, ask] = useState(false);
  const [early, setEarly] = useState<string | null>(null);
  const begin = () =>
    about().then(
      () => {
        setEarly(null);
        ask(true);
      },
      (refused: unknown) => setEarly(whyEarly(refused)),
    );
  const [form] = Form.useForm<Account>();
  const open = useOpenAccount();
  const district = useOnlyCounty();
  if (open.data) return <Opened account={open.data} />;
  if (!asked) {
    return (
      <p>
        申请人还没有账号的：{' '}
        <Button size="small" onClick={() => void begin()}>
          为申请人开立账号
        </Button>
        {early !== null && (
          <span role="status">
            <br />
            还没有开立账号：{early}
          </span>
        )}
      </p>
    );
  }
  return (
    <Panel title="为申请人开立账号">
      <p>{ABOUT_GIVING}</p>
      <div style={{ maxWidth: 560 }}>
        <RecordForm<Account>
          name="open-account"
          form={form}
          {...(district === undefined ? {} : { initialValues: { district } })}
          submit="开立账号"
          busy={open.isPending}
          error={open.error}
          onSubmit={(account) =>
            void about().then(
              (matter) => carryOut(open, { ...account, about: matter }, onOpened),
              (refused: unknown) => {
                ask(false);
                setEarly(whyEarly(refused));
              },
            )
          }
        >
          <Form.Item
            name="name"
            label="姓名"
            extra="申请人本人的姓名，与身份证件一致"
            rules={[...FILLED, atMost(50)]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="username"
            label="用户名"
            extra="3 至 64 位小写字母、数字、点或横线，由申请人自己选定"
            rules={[
              ...FILLED,
              { pattern: /^[a-z0-9][a-z0-9.-]{2,63}$/, message: '应为 3 至 64 位小写字母、数字、点或横线' },
            ]}
          >
            <Input autoComplete="off" />
          </Form.Item>
          <Form.Item
            name="district"
            label="账号所在区县"
            extra="以后由这一区县的管理员维护"
            rules={[{ required: true, message: '请选择' }]}
          >
            <DistrictSelect />
          </Form.Item>
        </RecordForm>
      </div>
    </Panel>
  );
}

function Opened({ account: { username, name, initialPassword } }: { readonly account: OpenedAccount }) {
  return (
    <Alert
      type="warning"
      showIcon
      title="初始密码只显示这一次"
      description={
        <>
          <p>
            {name}（{username}）的初始密码：
            <code className="mono" style={{ fontSize: 18, overflowWrap: 'anywhere' }}>
              {initialPassword}
            </code>{' '}
            <CopyButton name="初始密码" value={initialPassword} />
          </p>
          <p>
            请当面交给申请人；首次登录必须修改。用户名和姓名已填入下面。该账号提交的申请，由其他工作人员办理。
          </p>
        </>
      }
      style={{ marginBottom: 16 }}
    />
  );
}
