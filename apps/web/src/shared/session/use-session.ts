import { useSyncExternalStore } from 'react';
import type { Permission } from '@zhaoguan/contracts';
import { mayAny, session, type SessionState, type User } from './session';

export function useSession(): SessionState {
  return useSyncExternalStore(session.subscribe, session.current);
}

/** The person on whose behalf the page works, also while the sign-in has expired. Only below the frame. */
export function useUser(): User {
  const state = useSession();
  if (state.kind !== 'in' && state.kind !== 'expired') throw new Error('nobody is signed in');
  return state.user;
}

/** Whether the person holds one of the permissions. What they may do with one thing is told by its `availableActions`. */
export function useMay(...anyOf: readonly Permission[]): boolean {
  return mayAny(useUser(), anyOf);
}
