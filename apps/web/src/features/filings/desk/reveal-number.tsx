import { api, bodyOf } from '../../../shared/api/client';
import { useMay } from '../../../shared/session/use-session';
import { RevealInClear } from '../../../shared/ui/reveal-in-clear';
import { maskedAt } from '../form/masked';
import type { Filing } from '../queries';
import { revealableAt } from './revealable';

interface RevealNumberProps {
  readonly filing: Filing;
  readonly pointer: string;
  readonly label: string;
  /** As it is shown: masked. */
  readonly value: unknown;
}

/** A masked number of an application in clear, for the registrar. */
export function RevealNumber({ filing: { id, ofOwnOffice }, pointer, label, value }: RevealNumberProps) {
  const field = revealableAt(pointer);
  const mayReveal = useMay('filing.reveal') && ofOwnOffice;
  if (field === undefined || !mayReveal || maskedAt(value) === undefined) return null;
  return (
    <RevealInClear
      label={label}
      field={field}
      reveal={(reason) =>
        bodyOf(
          api.POST('/api/v1/filings/{id}/reveal', {
            params: { path: { id } },
            body: { fields: [field], reason },
          }),
        )
      }
    />
  );
}
