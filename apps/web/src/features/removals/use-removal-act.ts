import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import { isOutdated, useRemovalActs, type Removal } from './queries';

/** What every form of an act is given. */
export interface RemovalActProps {
  readonly removal: Removal;
  /** After the act, or when it is put off. */
  readonly onDone: () => void;
  /** Somebody else has acted meanwhile: the case is to be read and looked at again. */
  readonly onOutdated: () => void;
}

type Acts = ReturnType<typeof useRemovalActs>;

/** `send-back` for `sendBack`: the server keeps no draft under a key with capitals. */
const inSmallLetters = (act: string): string =>
  act.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/**
 * The two steps of an act: what was filled in, and whether it is meant. It is sent with the version that its author has
 * read, and what was typed is kept until it has taken effect.
 */
export function useRemovalAct<V extends object, A extends keyof Acts>(
  act: A,
  { removal, onDone, onOutdated }: RemovalActProps,
) {
  const [version] = useState(removal.version);
  const draft = useFormDraft<V>(`removal-${inSmallLetters(act)}:${removal.id}`);
  const doing: Acts[A] = useRemovalActs(removal, version, useIdempotencyKey())[act];
  const [asked, ask] = useState<V | null>(null);
  useLeaveWarning(draft.unsaved);
  return {
    draft,
    asked,
    ask,
    busy: doing.isPending,
    error: doing.error,
    cancel: () => {
      const outdated = isOutdated(doing.error);
      ask(null);
      doing.reset();
      if (outdated) onOutdated();
    },
    /** Does it, and says what has happened. The form is gone by then: the case allows the act no more. */
    confirm: (body: Parameters<Acts[A]['mutate']>[0], told: string) => {
      carryOut<never, Removal>(doing, body as never, () => {
        draft.discard();
        tell(told);
        onDone();
      });
    },
  };
}
