import { useState } from 'react';

/**
 * `Idempotency-Key` of what a form sends, made once when the form is opened: a second click, or a second try after no
 * answer came, does nothing twice. A form that is opened anew has a new one.
 */
export function useIdempotencyKey(): { readonly 'Idempotency-Key': string } {
  const [header] = useState(() => ({ 'Idempotency-Key': crypto.randomUUID() }));
  return header;
}
