import type { QueryClient, QueryKey } from '@tanstack/react-query';

/**
 * Asks again for what lies under a key. A first question still under way is given up before: by itself the client would
 * wait for its answer, which may be older than the change, and take it for new.
 */
export async function askAnew(client: QueryClient, queryKey: QueryKey): Promise<void> {
  await client.cancelQueries({ queryKey });
  await client.invalidateQueries({ queryKey });
}
