import { Mark } from '../../shared/ui/mark';
import type { Person } from './people-queries';

/** Whether somebody can sign in with the account now. */
export function AccountState({ person }: { readonly person: Person }) {
  if (person.disabled) return <Mark tone="stopped">已停用</Mark>;
  if (person.locked) return <Mark tone="attention">暂时锁定</Mark>;
  if (person.mustChangePassword) return <Mark tone="plain">未修改初始密码</Mark>;
  return <Mark tone="good">正常</Mark>;
}
