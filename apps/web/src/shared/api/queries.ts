import { MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { ApiFailure } from './failure';

const STALE_MS = 10_000;
const MOST_TRIES = 2;

/** A refusal is an answer: asking again changes nothing. What did not arrive is asked for twice more. */
function retry(count: number, error: Error): boolean {
  if (error instanceof ApiFailure) return error.status >= 502 && count < MOST_TRIES;
  return count < MOST_TRIES;
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache(),
  mutationCache: new MutationCache(),
  defaultOptions: {
    queries: { staleTime: STALE_MS, retry, refetchOnWindowFocus: true },
    // Acts have legal effect: whether to send one again is for the person to decide.
    mutations: { retry: false },
  },
});
