import type { Schemas } from '@zhaoguan/api-client';
import { api, bodyOf } from '../../shared/api/client';
import { useMay } from '../../shared/session/use-session';
import { RevealInClear } from '../../shared/ui/reveal-in-clear';
import type { Institution } from './queries';

interface PersonToAskProps {
  readonly institution: Institution;
  readonly name: string | null;
  /** Masked. */
  readonly phone: string | null;
  readonly label: string;
  readonly field: Schemas['RevealHeadDto']['fields'][number];
}

/** Head or contact of an institution (法定代表人、联系人); the number in clear for the authority that has it. */
export function PersonToAsk({
  institution: { id, ofOwnOffice },
  name,
  phone,
  label,
  field,
}: PersonToAskProps) {
  const mayReveal = useMay('institution.reveal') && ofOwnOffice;
  if (phone === null) return name;
  return (
    <>
      {name === null ? phone : `${name}（${phone}）`}
      {mayReveal && (
        <RevealInClear
          label={label}
          field={field}
          reveal={(reason) =>
            bodyOf(
              api.POST('/api/v1/institutions/{id}/reveal', {
                params: { path: { id } },
                body: { fields: [field], reason },
              }),
            )
          }
        />
      )}
    </>
  );
}
