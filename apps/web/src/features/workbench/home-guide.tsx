import type { Role } from '@zhaoguan/contracts';
import { Link } from 'react-router';
import { useListWords } from '../../shared/session/use-list-words';

/** Where each role (岗位) goes when nothing waits for it. @param nav what the place for an operator is called */
const nextOf = (nav: string): Readonly<Record<Role, { readonly to: string; readonly text: string }>> => ({
  OPERATOR: { to: '/filings', text: `办理${nav}，或者查看办过的` },
  ADVISER: { to: '/opinions', text: '查看征求本部门意见的申请' },
  REGISTRAR: { to: '/filings', text: '查看辖区内的申请' },
  PLANNER: { to: '/plans', text: '制定抽查计划' },
  INSPECTOR: { to: '/tasks', text: '查看本人的检查任务' },
  REVIEWER: { to: '/results', text: '查看检查结果' },
  CASE_OFFICER: { to: '/cases', text: '查看处罚案件' },
  ADMINISTRATOR: { to: '/people', text: '管理人员账号' },
});

export function HomeGuide({ roles }: { readonly roles: readonly Role[] }) {
  const next = nextOf(useListWords().nav);
  return (
    <ul>
      {roles.map((role) => (
        <li key={role}>
          <p>
            <Link to={next[role].to}>{next[role].text}</Link>
          </p>
        </li>
      ))}
    </ul>
  );
}
