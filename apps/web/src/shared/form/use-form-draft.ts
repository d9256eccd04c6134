import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { api, bodyOf, ifMatch } from '../api/client';
import { ApiFailure } from '../api/failure';
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
  /** Undefined until it has reached the server. */
  readonly version?: number;
}

/**
 * The draft of a form, by its key: `penalty-notice:<case>`. It suspends until the server has said what it keeps. A page
 * that has not seen what another one saved is refused (412), and says so where it says what is saved.
 */
export function useFormDraft<V extends object>(key: string): FormDraft<V> {
  const client = useQueryClient();
  const person = useUser().id;
  const queryKey = useMemo(() => ['form-draft', person, key], [person, key]);
  const { data: kept } = useSuspenseQuery<Kept | null>({
    queryKey,
    queryFn: () => fetchDraft(key),
    staleTime: Infinity,
  });
  /** As typed here: at once, while the store of queries tells its readers a moment later. */
  const [typed, setTyped] = useState<{ readonly value: V | undefined } | null>(null);
  const versionKept = () => client.getQueryData<Kept | null>(queryKey)?.version;
  const { state, put, flush, cancel, unsaved } = useAutosave<V>(
    async (content) => {
      const { version } = await saveDraft(key, content, versionKept());
      // The content stays: more may have been typed while this was on its way.
      client.setQueryData<Kept>(queryKey, (before) => ({ content, ...before, version }));
    },
    (error) => !(error instanceof ApiFailure),
  );
  const setValue = useCallback(
    (value: V) => {
      setTyped({ value });
      client.setQueryData<Kept | null>(queryKey, (before) => ({ ...before, content: value }));
      put(value);
    },
    [client, queryKey, put],
  );
  const discard = useCallback(() => {
    setTyped({ value: undefined });
    void cancel().then(async () => {
      const held = client.getQueryData<Kept | null>(queryKey)?.version !== undefined;
      client.setQueryData(queryKey, null);
      // What is left behind when this fails is swept after its time; the form it belonged to has been handed in.
      if (held) await api.DELETE('/api/v1/form-drafts/{key}', { params: { path: { key } } });
    });
  }, [cancel, client, queryKey, key]);
  // Whoever closes the form at once has typed all the same.
  useEffect(() => () => void flush(), [flush]);
  const value = typed === null ? (kept?.content as V | undefined) : typed.value;
  return { value, state, unsaved, setValue, discard };
}

function saveDraft(key: string, content: object, version: number | undefined) {
  return bodyOf(
    api.PUT('/api/v1/form-drafts/{key}', {
      params: { path: { key }, ...(version === undefined ? {} : { header: ifMatch(version) }) },
      body: { content: content as Record<string, unknown> },
    }),
  );
}

async function fetchDraft(key: string): Promise<Kept | null> {
  const kept = await bodyOf(api.GET('/api/v1/form-drafts/{key}', { params: { path: { key } } }));
  return kept ?? null;
}
