import type { Schemas } from '@zhaoguan/api-client';
import { INSTITUTION_STATUS_LABELS, REMOVAL_WORDS, siteInWords } from '@zhaoguan/contracts';

type Predecessor = Pick<Schemas['PredecessorDto'], 'statusStep' | 'filingEnd'>;
type Other = Pick<Schemas['OtherInstitutionDto'], 'kind' | 'siteType' | 'districtName' | 'status'>;

/** Until when it was there, and why it ended; the public page says no more. */
export function endInWords({ statusStep, filingEnd }: Predecessor, inWords: (day: string) => string): string {
  if (filingEnd !== null)
    return `${inWords(filingEnd.endedOn)}起，${REMOVAL_WORDS[filingEnd.regime].ends[filingEnd.endedAs]}`;
  if (statusStep?.action === 'close') return `${inWords(statusStep.effectiveOn)}起终止服务`;
  return '已终止服务';
}

export const otherInWords = ({ kind, siteType, districtName, status }: Other): string =>
  `${siteInWords({ kind, siteType })} · ${districtName} · ${INSTITUTION_STATUS_LABELS[status]}`;
