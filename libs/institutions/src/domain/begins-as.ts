import type { Caller } from '@zhaoguan/contracts';

/**
 * In which part a person begins something for an institution, if at all: for the own account, or for another's at the window of the office that
 * has it (窗口代办). What is open is the same for both; nobody stands at their own window, nor for an institution that is in nobody's account.
 */
export function beginsAs(
  { id, permissions }: Pick<Caller, 'id' | 'permissions'>,
  operatorId: string | null,
  ofOwnOffice: boolean,
): 'OPERATOR' | 'WINDOW' | null {
  if (operatorId === null) return null;
  if (operatorId === id) return 'OPERATOR';
  return ofOwnOffice && permissions.has('filing.assist') ? 'WINDOW' : null;
}
