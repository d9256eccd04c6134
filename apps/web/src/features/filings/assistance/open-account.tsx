import { Alert, Button, Form, Input } from 'antd';
import { useEffect, useState } from 'react';
import { carryOut } from '../../../shared/api/carry-out';
import { DistrictSelect } from '../../../shared/form/district-select';
import { RecordForm } from '../../../shared/form/record-form';
import { useRoleLabels } from '../../../shared/session/use-list-words';
import { CopyButton } from '../../../shared/ui/copy-button';
import { Panel } from '../../../shared/ui/panel';
import { useOnlyCounty } from '../../../shared/ui/places';
import { useOpenAccount, type Matter, type OpenedAccount } from './queries';
import { whyEarly, type FilingToCome, type RejectedMatter } from './window-office';
import { atMost, FILLED } from '../../../shared/form/filled';

interface Account {
  readonly username: string;
  readonly name: string;
  readonly district: string;
}

/** Who gives the first password could have signed in: nobody decides what comes from an account of their own giving. */
const aboutGiving = (post: string): string =>
  `您开立账号以后，这个账号提交的申请，包括申请人以后自己在线提交的，由其他工作人员办理和现场核查，您不能办理。本机关只有您一人办理这类申请的，请先由系统管理员开立申请人账号，或者新建另一名${post}。`;

interface OpenAccountProps {
  /** What the applicant came for; rejects while it is not filled in, or is received at another window. Asked quietly, the form shows nothing of that. */
  readonly about: (quietly?: boolean) => Promise<Matter>;
  /** What of it is typed. */
  readonly typed: FilingToCome | undefined;
  readonly onOpened: (account: OpenedAccount) => void;
}

/** For an applicant without an account: opened at the window, the password shown once and changed at the first sign-in. */
export function OpenAccount({ about, typed, onOpened }: OpenAccountProps) {
  const { REGISTRAR: post } = useRoleLabels();
  const [asked, ask] = useState(false);
  const [early, setEarly] = useState<string | null>(null);
  const isEarly = early !== null;
  useEffect(() => {
    if (!isEarly) return undefined;
    let isPast = false;
    const say = (why: string | null): void => {
      if (!isPast) setEarly(why);
    };
    about(true).then(
      () => say(null),
      (refused: unknown) => say(whyEarly(refused as RejectedMatter)),
    );
    return () => {
      isPast = true;
    };
  }, [about, typed, isEarly]);
  const begin = () =>
    about().then(
      () => {
        setEarly(null);
        ask(true);
      },
      (refused: unknown) => setEarly(whyEarly(refused as RejectedMatter)),
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
      <p>{aboutGiving(post)}</p>
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
                setEarly(whyEarly(refused as RejectedMatter));
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
        <Button disabled={open.isPending} onClick={() => ask(false)}>
          不开立了
        </Button>
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
