import type { AccountState } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useMay } from '../../shared/session/use-session';
import { Panel } from '../../shared/ui/panel';
import { AccountState as StateMark, lastSignInInWords } from './account-state';
import type { Person } from './people-queries';

/** What is in the way of a sign-in, and what to do about it. */
const ADVICE: Readonly<Record<AccountState, string>> = {
  DISABLED: '不能登录。本人回到岗位的，启用账号。',
  LOCKED:
    '密码连续输错 5 次，从没有用过的电脑、手机登录暂停 15 分钟，到时自动解除。本人记得密码的，可以现在解除锁定；不记得的，重置密码。',
  INITIAL_PASSWORD:
    '本人还没有用初始密码登录并改成自己的密码。请提醒本人；初始密码遗失的，重置密码后重新告知。',
  ACTIVE: '可以登录。',
};

export function SignInState({ person }: { readonly person: Person }) {
  const mayLook = useMay('audit.read');
  return (
    <Panel title="登录情况">
      <p>
        <StateMark person={person} /> {ADVICE[person.state]}
      </p>
      <p>最近登录：{lastSignInInWords(person)}</p>
      {mayLook && (
        <p>
          <Link to={`/audit?subjectType=person&subjectId=${person.id}`}>这个账号的登录和变更记录</Link>
          <br />
          <Link to={`/audit?actorId=${person.id}`}>{person.name}办理过的事项</Link>
        </p>
      )}
    </Panel>
  );
}
