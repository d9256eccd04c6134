import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { api, bodyOf, ifMatch } from '../api/client';
import { ApiFailure, codeOf } from '../api/failure';
import { useUser } from '../session/use-session';
import { useAutosave, type SaveState } from './use-autosave';

/** What was typed in a form before it is a legal record, kept on the server (表单草稿). */
export interface FormDraft<V> {
  /** The newest: as typed, or as it was kept; undefined when nothing was. */
  readonly value: V | undefined;
  /** Where the newest stands. */
  readonly state: SaveState;
  /** Whether something typed has not reached the server. */
  readonly unsaved: boolean;
  readonly setValue: (value: V) => void;
  /** After the form was handed in, or when its author gives it up. */
  readonly discard: () => void;
}

interface Kept {
  readonly content: object;
  readonly version: number;
}

/**
 * The draft of a form, by its key: `penalty-notice:<case>`. It suspends until the server has said what it keeps. A page
 * that has not seen what another one saved is refused (412), and says so where it says what is saved.
 */
export function useFormDraft<V extends object>(key: string): FormDraft<V> {
  const client = useQueryClient();
  const queryKey = ['form-draft', useUser().id, key];
  const { data: kept } = useSuspenseQuery({ queryKey, queryFn: () => fetchDraft(key), staleTime: Infinity });
  const [typed, setTyped] = useState<V>();
  const version = useRef(kept?.version);
  const { state, put, cancel, unsaved } = useAutosave<V>(
    async (content) => {
      const saved = await bodyOf(
        api.PUT('/api/v1/form-drafts/{key}', {
          params: {
            path: { key },
            ...(version.current === undefined ? {} : { header: ifMatch(version.current) }),
          },
          body: { content: content as Record<string, unknown> },
        }),
      );
      version.current = saved.version;
      client.setQueryData<Kept>(queryKey, { content, version: saved.version });
    },
    (error) => !(error instanceof ApiFailure),
  );
  const setValue = useCallback(
    (value: V) => {
      setTyped(value);
      put(value);
    },
    [put],
  );
  const discard = useCallback(() => {
    setTyped(undefined);
    void cancel().then(async () => {
      client.setQueryData(queryKey, null);
      if (version.current === undefined) return;
      version.current = undefined;
      // What is left behind when this fails is swept after its time; the form it belonged to has been handed in.
      await api.DELETE('/api/v1/form-drafts/{key}', { params: { path: { key } } });
    });
  }, [cancel, client, key]);
  return { value: typed ?? (kept?.content as V | undefined), state, unsaved, setValue, discard };
}

async function fetchDraft(key: string): Promise<Kept | null> {
  try {
    return await bodyOf(api.GET('/api/v1/form-drafts/{key}', { params: { path: { key } } }));
  } catch (error) {
    if (codeOf(error) === 'NOT_FOUND') return null;
    throw error;
  }
}
