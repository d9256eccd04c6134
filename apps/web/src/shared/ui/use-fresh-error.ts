import { useState } from 'react';

interface Asked {
  readonly open: boolean;
  readonly error: Error | null;
}

/**
 * The refusal of what was confirmed since the dialog was opened. A refusal from before it, which the form already shows
 * at its fields, says nothing about what is asked now.
 */
export function useFreshError({ open, error }: Asked): Error | null {
  const [known, know] = useState<{ readonly open: boolean; readonly before: Error | null }>({
    open: false,
    before: null,
  });
  if (open !== known.open) know({ open, before: open ? error : known.before });
  return error === known.before ? null : error;
}
