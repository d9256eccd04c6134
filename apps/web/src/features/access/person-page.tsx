import { Button } from 'antd';
import { useState } from 'react';
import { useParams } from 'react-router';
import { carryOut } from '../../shared/api/carry-out';
import { Failure } from '../../shared/ui/failure';
import { GraveDecision, type GraveAct } from '../../shared/ui/grave-decision';
import { Loaded } from '../../shared/ui/loaded';
import { Page } from '../../shared/ui/page';
import { tell } from '../../shared/ui/told';
import { AccountState } from './account-state';
import { InitialPassword } from './initial-password';
import { leftBehindInWords } from './left-behind-words';
import { useLeftBehind, usePerson, usePersonActs, type Person } from './people-queries';
import { RightsPanel } from './rights-panel';
import { SignInState } from './sign-in-state';

export default function PersonPage() {
  const { id = '' } = useParams();
  const query = usePerson(id);
  return (
    <Loaded query={query} what="账号" title="账号">
      {(person) => <Account key={person.id} person={person} />}
    </Loaded>
  );
}

type Grave = 'disable' | 'resetPassword';
const GRAVE_ACTS: Readonly<Record<Grave, GraveAct>> = {
  disable: {
    act: '停用账号',
    consequences: [
      '这个人立即退出登录，并且不能再登录。',
      '已办理的事项和记录不受影响；检查人员还没有完成的检查，由复核人办理替补。',
      '停用的时间和办理人记入操作记录；停用的检查人员列入抽取的，自何时起不能参加，随抽取公开。',
    ],
  },
  resetPassword: {
    act: '重置密码',
    consequences: ['系统生成一个新的初始密码，只显示一次。', '这个人的所有登录立即结束。'],
  },
};

function Account({ person }: { readonly person: Person }) {
  const acts = usePersonActs(person);
  const [asked, ask] = useState<Grave | null>(null);
  const left = useLeftBehind(person.id, asked === 'disable');
  return (
    <Page
      title={person.name}
      state={<AccountState person={person} />}
      facts={`用户名 ${person.username}`}
      actions={
        <>
          {(person.disabled || person.locked) && (
            <Button
              loading={acts.enable.isPending}
              onClick={() => carryOut(acts.enable, undefined, () => tell(`${person.name}可以登录了。`))}
            >
              {person.disabled ? '启用账号' : '解除锁定'}
            </Button>
          )}
          {!person.disabled && person.hasPassword && (
            <Button onClick={() => ask('resetPassword')}>重置密码</Button>
          )}
          {!person.disabled && (
            <Button danger onClick={() => ask('disable')}>
              停用账号
            </Button>
          )}
        </>
      }
    >
      {acts.enable.error && <Failure error={acts.enable.error} what="没有启用" />}
      {acts.resetPassword.data && <InitialPassword given={acts.resetPassword.data} />}
      <SignInState person={person} />
      <RightsPanel person={person} />
      <GraveDecision
        asked={asked}
        acts={{ ...GRAVE_ACTS, disable: disabling(left) }}
        doings={acts}
        otherwise="disable"
        onClose={() => ask(null)}
      />
    </Page>
  );
}

/** With what its office could not handle any more, first. */
function disabling({ data, isError }: Pick<ReturnType<typeof useLeftBehind>, 'data' | 'isError'>): GraveAct {
  const { act, consequences } = GRAVE_ACTS.disable;
  const unknown = isError
    ? '没有核对到该机关的申请、征求意见届时是否有人办理，请先到登记备案核对。'
    : '正在核对该机关的申请、征求意见届时是否有人办理……';
  return { act, consequences: [...(data ? leftBehindInWords(data) : [unknown]), ...consequences] };
}
