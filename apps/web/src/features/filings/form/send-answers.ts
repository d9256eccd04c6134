import { codeOf } from '../../../shared/api/failure';
import { api, bodyOf } from '../../../shared/api/client';
import { editFiling, type Filing } from '../queries';
import { saysTheSame, withEntries, type Entries } from './entries';

/**
 * Sends answers on the version in hand; on a newer one, what was typed here is laid over what stands there now.
 * @returns the filing afterwards, and whether somebody else had changed other answers meanwhile: a material that was uploaded
 *   raises the version too, and is nobody's contradiction
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
    return { after: await editFiling(latest, institution), foreign: !saysTheSame(held, latest, entries) };
  }
}
