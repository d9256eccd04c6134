import { ACCOUNT_STATE_LABELS, type AccountState as State } from '@zhaoguan/contracts';
import { instantInWords } from '../../shared/ui/dates';
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

export function lastSignInInWords({ lastSignInAt }: Person): string {
  return lastSignInAt === null ? '从未登录' : instantInWords(lastSignInAt);
}
