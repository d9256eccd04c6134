import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../session/session';
import { ApiFailure, Unreachable } from '../api/failure';
import type { Problem } from '@zhaoguan/api-client';

/** A file that only this person may see, fetched with their token; the address lives as long as it is shown. */
export function useFile(path: string | null) {
  const query = useQuery({
    queryKey: ['file', path],
    queryFn: async ({ signal }) => {
      const blob = await fetchFile(path ?? '', signal);
      return { url: URL.createObjectURL(blob), blob };
    },
    enabled: path !== null,
    staleTime: Infinity,
    gcTime: 0,
  });
  const url = query.data?.url;
  useEffect(() => (url === undefined ? undefined : () => URL.revokeObjectURL(url)), [url]);
  return query;
}

/** @throws ApiFailure, Unreachable */
async function fetchFile(path: string, signal?: AbortSignal): Promise<Blob> {
  const token = await session.freshToken();
  const headers: HeadersInit = token === undefined ? {} : { authorization: `Bearer ${token}` };
  let answer: Response;
  try {
    answer = await fetch(path, { headers, ...(signal ? { signal } : {}) });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new Unreachable({ cause: error });
  }
  if (answer.ok) return answer.blob();
  throw new ApiFailure((await answer.json()) as Problem, answer.status);
}

/** Saves a file under its name, as a click on a link would without a token. */
export async function saveFile(path: string, name: string): Promise<void> {
  const url = URL.createObjectURL(await fetchFile(path));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
