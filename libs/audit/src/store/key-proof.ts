import type { KeyProof } from '@zhaoguan/platform';
import { logPublicKey, openNote } from '../checkpoint-key';

/** The first signed head of the transparency log is signed with this key; later ones may be by a start with wrong keys. */
export const logKeyProof: KeyProof = async (stored, { logKey }) => {
  const [first] = await stored.rows<{ note: string }>(
    'select note from audit.checkpoint order by size limit 1',
  );
  if (!first) return undefined;
  try {
    return openNote(first.note, logPublicKey(logKey)) !== undefined;
  } catch {
    return false; // no private key of the curve at all
  }
};
