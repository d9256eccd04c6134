import { useState } from 'react';
import { carryOut } from '../../shared/api/carry-out';
import { useIdempotencyKey } from '../../shared/api/use-idempotency-key';
import { useFormDraft } from '../../shared/form/use-form-draft';
import { tell } from '../../shared/ui/told';
import { useLeaveWarning } from '../../shared/ui/use-leave-warning';
import type { ActFormProps } from './act-form-props';
import { isOutdated, useCaseActs, type PenaltyCase } from './queries';

type Acts = ReturnType<typeof useCaseActs>;

/**
 * The two steps of an act: what was filled in, and whether it is meant. It is sent with the version that its author has
 * read, and what was typed is kept until it has taken effect.
 */
export function useActForm<V extends object, A extends keyof Acts>(
  key: string,
  act: A,
  { subject, onDone, onOutdated }: ActFormProps,
) {
  const [version] = useState(subject.version);
  const draft = useFormDraft<V>(`${key}:${subject.id}`);
  const doing: Acts[A] = useCaseActs(subject, version, useIdempotencyKey())[act];
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
    confirm: (body: Parameters<Acts[A]['mutate']>[0], told: (after: PenaltyCase) => string) => {
      carryOut<never, PenaltyCase>(doing, body as never, (after) => {
        draft.discard();
        tell(told(after));
        onDone();
      });
    },
  };
}
