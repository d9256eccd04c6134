import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { session } from '../session/session';
import { ApiFailure } from './failure';

const STALE_MS = 10_000;
const MOST_TRIES = 2;

/** A refusal is an answer: asking again changes nothing. What did not arrive is asked for twice more. */
function retry(count: number, error: Error): boolean {
  if (error instanceof ApiFailure) return error.status >= 502 && count < MOST_TRIES;
  return count < MOST_TRIES;
}

/**
 * What was asked for before an act may be answered after it, and would show again what was before. Asked for the first time,
 * nothing is shown yet that it could undo.
 */
function askAnew(): void {
  void queryClient.refetchQueries({
    fetchStatus: 'fetching',
    predicate: ({ state }) => state.data !== undefined,
  });
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache({ onSuccess: askAnew }),
  defaultOptions: {
    queries: { staleTime: STALE_MS, retry, refetchOnWindowFocus: true },
    // Acts have legal effect: whether to send one again is for the person to decide.
    // And when: one that waits for the network would go out behind their back.
    mutations: { retry: false, networkMode: 'always' },
  },
});

let owner: string | undefined;
// What one person has seen is not there for the next who signs in on the same page, as at the window of an office.
session.subscribe(() => {
  const state = session.current();
  if (state.kind === 'starting') return;
  const person = state.kind === 'out' ? undefined : state.user.id;
  if (person !== owner) queryClient.clear();
  owner = person;
});
