import { useQueryClient } from '@tanstack/react-query';
import { validateForm, type FormFault } from '@zhaoguan/forms';
import { useCallback, useMemo, useRef, useState } from 'react';
import { ApiFailure, codeOf } from '../../../shared/api/failure';
import { useAutosave } from '../../../shared/form/use-autosave';
import { withValueAt } from '../../../shared/form/pointers';
import { api, bodyOf } from '../../../shared/api/client';
import { editFiling, type Application, type Filing, type FilingForm } from '../queries';
import { answersOf } from './masked';

interface Answers {
  readonly institution: Application;
}

/**
 * A filing while it is being filled in. What is right by itself is saved a moment after it was typed; what is wrong stays
 * on the page with its fault until it is put right, for the server keeps nothing that contradicts the law.
 */
export function useFilingDraft(filing: Filing, form: FilingForm) {
  const client = useQueryClient();
  const [answers, setAnswers] = useState<Answers>(() => ({ institution: answersOf(filing.institution) }));
  const [elsewhere, setElsewhere] = useState(false);
  const saved = useRef(filing);
  /** Typed and not yet on the server, by pointer. */
  const pending = useRef(new Map<string, unknown>());

  const faults = useMemo(() => validateForm(form, answers, form), [form, answers]);
  const wrong = useRef<readonly FormFault[]>(faults);
  wrong.current = faults;

  const save = useCallback(async () => {
    const ready = [...pending.current].filter(([pointer]) => !isWrong(wrong.current, pointer));
    if (ready.length === 0) return;
    const changes = ready.reduce<{ institution: Application }>(
      (all, [pointer, value]) => withValueAt(all, pointer, value),
      { institution: {} },
    );
    const after = await editFiling(saved.current, changes.institution).catch(async (error: unknown) => {
      if (codeOf(error) !== 'STALE_VERSION') throw error;
      // Another tab saved in between. What was typed here is laid over what stands there now.
      saved.current = await bodyOf(api.GET('/api/v1/filings/{id}', { params: { path: { id: filing.id } } }));
      const merged = await editFiling(saved.current, changes.institution);
      setElsewhere(true);
      return merged;
    });
    saved.current = after;
    for (const [pointer, value] of ready) {
      if (Object.is(pending.current.get(pointer), value)) pending.current.delete(pointer);
    }
    client.setQueryData(['filing', filing.id], after);
  }, [client, filing.id]);

  const autosave = useAutosave<null>(save, (error) => !(error instanceof ApiFailure));
  const { put } = autosave;
  const setValue = useCallback(
    (pointer: string, value: unknown) => {
      setAnswers((before) => withValueAt(before, pointer, value));
      pending.current.set(pointer, value);
      put(null);
    },
    [put],
  );
  return { answers, faults, setValue, savedElsewhere: elsewhere, ...autosave };
}

/** A field is wrong, or one of its rows is. */
function isWrong(faults: readonly FormFault[], pointer: string): boolean {
  return faults.some(
    (fault) =>
      fault.severity === 'ERROR' && (fault.pointer === pointer || fault.pointer.startsWith(`${pointer}/`)),
  );
}
