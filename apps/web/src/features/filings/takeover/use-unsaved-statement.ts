import { useCallback, useState } from 'react';
import { KeptHere } from '../../../shared/session/kept-here';
import { useUser } from '../../../shared/session/use-session';
import type { Filing } from '../queries';
import { statementIn, unsavedOf, type TypedStatement } from './unsaved-statement';

export interface UnsavedStatement {
  /** Null while everything that was typed is saved. */
  readonly unsaved: TypedStatement | null;
  readonly type: (next: TypedStatement) => void;
  /** Once it is saved, or given up. */
  readonly forget: () => void;
}

/** What was typed and not saved is there again on another step and after a reload, as the rest of the form is. */
export function useUnsavedStatement({ id, round, takeover }: Filing): UnsavedStatement {
  const { id: personId } = useUser();
  const [store] = useState(() => new KeptHere(personId, `takeover:${id}:${round}`));
  const [kept, keep] = useState(() => statementIn(store.read()));
  const type = useCallback(
    (next: TypedStatement) => {
      keep(next);
      store.write(next);
    },
    [store],
  );
  const forget = useCallback(() => {
    keep(null);
    store.write(undefined);
  }, [store]);
  return { unsaved: unsavedOf(takeover, kept), type, forget };
}
