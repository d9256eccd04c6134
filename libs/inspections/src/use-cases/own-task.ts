import { refuse, type Caller } from '@zhaoguan/contracts';
import type { Task } from '../domain/task';

/** Only a member of the team inspects; to everybody else the task does not exist. @throws NOT_FOUND */
export function requireMember(task: Task, caller: Caller): void {
  if (!task.assignees.includes(caller.id)) throw refuse('NOT_FOUND');
}
