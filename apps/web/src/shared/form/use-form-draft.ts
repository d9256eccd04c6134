import { useCallback, useSyncExternalStore } from 'react';
import { SystemClock } from '@zhaoguan/kernel';
import { useUser } from '../session/use-session';
import { FormDrafts, type Draft } from './form-drafts';

const drafts = new FormDrafts(new SystemClock());

/** What was typed in a form, kept while its author is elsewhere. */
export interface FormDraft<V> extends Draft<V> {
  readonly setValue: (value: V) => void;
  /** After the form was handed in, or when its author gives it up. */
  readonly discard: () => void;
}

/**
 * The draft of a form (表单草稿), by its key: `penalty-notice:<case>`. It lives as long as this page: leaving it is worth a
 * warning while `state` is `unsaved`.
 */
export function useFormDraft<V>(key: string): FormDraft<V> {
  // Whoever signs in next on this page must not find it.
  const own = `${useUser().id}:${key}`;
  const draft = useSyncExternalStore(drafts.subscribe, () => drafts.get<V>(own));
  const setValue = useCallback((value: V) => drafts.set(own, value), [own]);
  const discard = useCallback(() => drafts.discard(own), [own]);
  return { ...draft, setValue, discard };
}
