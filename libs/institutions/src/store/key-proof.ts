import { SystemRng } from '@zhaoguan/kernel';
import { FieldCipher, type KeyProof } from '@zhaoguan/platform';
import { residentIdContext } from './institution.store';

interface SealedHead {
  readonly id: string;
  readonly sealed: string;
  readonly index: string;
}

/** The resident id of the head of the first institution that has one opens, and is found by its blind index. */
export const headKeyProof: KeyProof = async (stored, secrets) => {
  const [first] = await stored.rows<SealedHead>(
    `select id, legal_representative_id as sealed, legal_representative_id_index as index
       from institutions.institution where legal_representative_id_index is not null order by id limit 1`,
  );
  if (!first) return undefined;
  const cipher = new FieldCipher(secrets, new SystemRng());
  try {
    return (
      cipher.index(cipher.open(first.sealed, residentIdContext(first.id)), 'resident-id') === first.index
    );
  } catch {
    return false; // sealed under another key
  }
};
