import { matterInWords } from '@zhaoguan/contracts';
import { dayInWords, dayOfInstant } from '../../shared/ui/dates';
import type { Filing, FilingLine } from '../filings/queries';
import type { Removal } from './queries';

type Line = Pick<FilingLine, 'id' | 'type' | 'regime' | 'prolongs' | 'renewal' | 'acceptedAt' | 'retracted'>;
type Case = Pick<Removal, 'openedAt' | 'institutionName' | 'history'>;
/** What a case says of itself, where it has been read already. */
type Contents = Pick<Filing, 'amendments'> & {
  readonly institution: Pick<Filing['institution'], 'notice'>;
  readonly since: Pick<NonNullable<Filing['since']>, 'inForceOn'> | null;
};

/** What was accepted of the institution since the case was begun and holds, the last first: who decides has not read of it in the papers. */
export const acceptedSince = <L extends Line>(
  { openedAt }: Pick<Case, 'openedAt'>,
  lines: readonly L[],
): L[] =>
  lines
    .filter(({ acceptedAt, retracted }) => acceptedAt !== null && acceptedAt > openedAt && !retracted)
    .toSorted((a, b) => ((a.acceptedAt ?? '') < (b.acceptedAt ?? '') ? 1 : -1));

/** The name that the register has now; null where it is that of the case. */
export const renamedInWords = (
  { institutionName }: Pick<Case, 'institutionName'>,
  now: string,
): string | null =>
  now === institutionName ? null : `机构现在的名称是${now}，本件启动时是${institutionName}。`;

/** That it was granted, whether after the case was laid before who decides it, from which day on and what is another now. */
export function acceptedInWords(
  { history }: Pick<Case, 'history'>,
  line: Line,
  contents: Contents | undefined,
): string {
  const acceptedAt = line.acceptedAt ?? '';
  const proposedAt = history.findLast(({ action }) => action === 'propose')?.at;
  const when = proposedAt !== undefined && acceptedAt > proposedAt ? '报请决定以后' : '启动办理以后';
  const granted = `${when}，${dayInWords(dayOfInstant(acceptedAt))}准予了这家机构的${matterInWords(line)}`;
  return `${granted}${detailInWords(contents)}。请先核对它与本件是否相矛盾；情况已有变化的，退回重新办理。`;
}

function detailInWords(contents: Contents | undefined): string {
  const startsOn = contents?.since?.inForceOn ?? contents?.institution.notice?.startsOn;
  if (startsOn) return `（${dayInWords(startsOn)}起）`;
  const changed = (contents?.amendments ?? []).map(({ pointer, label, old, new: now }) =>
    pointer === '/institution/name' ? `${label}由${old}变更为${now}` : label,
  );
  return changed.length === 0 ? '' : `（${changed.join('、')}）`;
}
