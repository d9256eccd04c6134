import { caseWords, FILING_TYPE_LABELS, REMOVAL_WORDS } from '@zhaoguan/contracts';
import type { Filing } from './queries';

type About = Pick<Filing, 'institutionEnded' | 'type' | 'regime'>;

/** `这家机构已终止服务`, `这家机构的备案已撤销`; null of an institution that goes on. */
function endInWords({ institutionEnded, regime }: About): string | null {
  if (institutionEnded === null) return null;
  return institutionEnded === 'CLOSED'
    ? '这家机构已终止服务'
    : `这家机构的${REMOVAL_WORDS[regime].ends[institutionEnded]}`;
}

/** That nothing comes of a change or a notice whose institution has ended while it was under way, for who hands it in and who decides. */
export function endedInWords(filing: About, reader: 'applicant' | 'official'): string | null {
  const end = endInWords(filing);
  if (end === null) return null;
  const what = FILING_TYPE_LABELS[filing.type];
  return reader === 'applicant'
    ? `${end}，不能再办理${what}：没有提交的不能提交，已经提交的不会准予。不再需要的，草稿可以删除，已经提交的可以撤回。`
    : `${end}，不能再办理${what}：本件不能准予，也不再退回补正。请${caseWords(filing).refuse}并说明理由。`;
}

/** Ready words for the refusal of such a case, which the registrar looks at before they count; null of any other. */
export function endedRefusal(filing: About): string | null {
  const end = endInWords(filing);
  return end === null ? null : `${end}，不能再办理${FILING_TYPE_LABELS[filing.type]}。`;
}
