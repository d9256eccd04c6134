import { ACCOUNT_STATE_LABELS, type AccountState as State } from '@zhaoguan/contracts';
import { instantInTable, instantInWords } from '../../shared/ui/dates';
import { Mark, type Tone } from '../../shared/ui/mark';
import type { Person } from './people-queries';

const TONES: Readonly<Record<State, Tone>> = {
  DISABLED: 'stopped',
  LOCKED: 'attention',
  INITIAL_PASSWORD: 'plain',
  ACTIVE: 'good',
};

/** Whether somebody can sign in with the account now. */
export function AccountState({ person: { state } }: { readonly person: Person }) {
  return <Mark tone={TONES[state]}>{ACCOUNT_STATE_LABELS[state]}</Mark>;
}

const NEVER = '从未登录';

export function lastSignInInWords({ lastSignInAt }: Person): string {
  return lastSignInAt === null ? NEVER : instantInWords(lastSignInAt);
}

/** The same in a column. */
export function lastSignInInTable({ lastSignInAt }: Person): string {
  return lastSignInAt === null ? NEVER : instantInTable(lastSignInAt);
}
