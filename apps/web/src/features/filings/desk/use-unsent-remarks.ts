import { useCallback, useState } from 'react';
import { KeptHere } from '../../../shared/session/kept-here';
import { useUser } from '../../../shared/session/use-session';
import type { Filing, Remark } from '../queries';

/** Remarks that are written and not sent, of one person on one submission: there again after a reload, until they are sent. */
export function useUnsentRemarks({ id, round }: Filing) {
  const { id: personId } = useUser();
  const [kept] = useState(() => new KeptHere(personId, `remarks:${id}:${round}`));
  const [remarks, setRemarks] = useState(() => remarksIn(kept.read()));
  const set = useCallback(
    (next: readonly Remark[]) => {
      setRemarks(next);
      kept.write(next.length === 0 ? undefined : next);
    },
    [kept],
  );
  return [remarks, set] as const;
}

function remarksIn(kept: unknown): readonly Remark[] {
  return Array.isArray(kept) ? kept.filter(isRemark) : [];
}

function isRemark(value: unknown): value is Remark {
  if (typeof value !== 'object' || value === null) return false;
  const { pointer, message } = value as Partial<Remark>;
  return typeof pointer === 'string' && typeof message === 'string';
}
