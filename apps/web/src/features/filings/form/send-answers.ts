import { valueAt } from '@zhaoguan/forms';
import { codeOf } from '../../../shared/api/failure';
import { api, bodyOf } from '../../../shared/api/client';
import { editFiling, type Filing } from '../queries';
import { saysTheSame, withEntries, type Entries } from './entries';
import { maskedAt } from './masked';
import { isSameAnswer } from './same-answer';

/**
 * Sends answers on the version in hand; on a newer one, what was typed here is laid over what stands there now.
 * @returns the filing afterwards, and whether somebody else had changed answers meanwhile, the same or others: a material that
 *   was uploaded raises the version too, and so does an own answer of which no word came back; neither is a contradiction
 */
export async function sendAnswers(
  held: Filing,
  entries: Entries,
): Promise<{ readonly after: Filing; readonly foreign: boolean }> {
  const { institution } = withEntries({ institution: {} }, entries);
  try {
    return { after: await editFiling(held, institution), foreign: false };
  } catch (error) {
    if (codeOf(error) !== 'STALE_VERSION') throw error;
    const latest = await bodyOf(api.GET('/api/v1/filings/{id}', { params: { path: { id: held.id } } }));
    const arrived = entries.filter(([pointer, value]) => isThere(latest, pointer, value));
    return { after: await editFiling(latest, institution), foreign: !saysTheSame(held, latest, arrived) };
  }
}

/** Whether the answer stands there already; of what is masked nobody can say that it is another. */
function isThere({ institution }: Filing, pointer: string, value: unknown): boolean {
  const there = valueAt({ institution }, pointer);
  return maskedAt(there) !== undefined || isSameAnswer(there, value);
}
