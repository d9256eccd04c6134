import {
  caseWords,
  INSTITUTION_STATUS_LABELS,
  type InstitutionStatus,
  type PaperBody,
} from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Filing } from '../filing';
import type { Retraction } from '../retraction';
import { matterOf } from './act-papers';
import { linesOf, remediesOf, you, type Remedies } from './paper-words';

/** What the papers of a retraction are written from. */
export interface RetractionFacts {
  readonly filing: Filing;
  readonly retraction: Pick<Retraction, 'askedAt' | 'answer'>;
  /** The receipt of what was accepted, by its number. */
  readonly receipt: string;
  /** From which day on it was to hold. */
  readonly effectiveOn: PlainDate;
}

/** 准予撤回告知书: what was accepted never comes into force, and its receipt is no proof any more. */
export function retractionGrant(facts: RetractionFacts, status: InstitutionStatus): PaperBody {
  const { filing, receipt } = facts;
  return {
    title: `${matterOf(filing)}准予撤回告知书`,
    opening: `${asked(facts)}经核对，该事项尚未生效，准予撤回，现将有关事项告知${you(filing)}：`,
    sections: [
      {
        heading: '撤回的效力',
        paragraphs: [
          `上述${caseWords(filing).matter}自本告知书出具之日起不再执行，机构的服务状态仍为“${INSTITUTION_STATUS_LABELS[status]}”。`,
          `回执 ${receipt} 不再有效，请不要再作为凭证使用。`,
        ],
      },
      { heading: '需要办理的事项', paragraphs: TO_DO[filing.type]?.[filing.kind] ?? [] },
    ].filter(({ paragraphs }) => paragraphs.length > 0),
  };
}

const TOLD_FAMILIES = {
  ELDERLY_CARE: '已经通知老年人及其家属的，请及时告知撤回的情况；已经办理转出、退费的，按照协议妥善处理。',
  CHILDCARE: '已经通知婴幼儿监护人的，请及时告知撤回的情况；已经办理转出、退费的，按照协议妥善处理。',
};
const TO_DO: Readonly<Partial<Record<Filing['type'], Readonly<Record<Filing['kind'], string[]>>>>> = {
  SUSPENSION: { ELDERLY_CARE: [TOLD_FAMILIES.ELDERLY_CARE], CHILDCARE: [TOLD_FAMILIES.CHILDCARE] },
  CLOSURE: { ELDERLY_CARE: [TOLD_FAMILIES.ELDERLY_CARE], CHILDCARE: [TOLD_FAMILIES.CHILDCARE] },
  RESUMPTION: {
    ELDERLY_CARE: ['恢复服务以前仍然不得收住老年人；需要延长暂停、恢复或者终止服务的，请另行办理。'],
    CHILDCARE: ['恢复服务以前仍然不得收托婴幼儿；需要延长暂停、恢复或者终止服务的，请另行办理。'],
  },
};

/** 不予撤回告知书: with the reasons, and what can be done against it. */
export function retractionRefusal(facts: RetractionFacts, remedies: Remedies): PaperBody {
  const { filing, retraction, receipt, effectiveOn } = facts;
  return {
    title: `${matterOf(filing)}不予撤回告知书`,
    opening: `${asked(facts)}经核对，不予撤回，现将理由和依法享有的权利告知${you(filing)}：`,
    sections: [
      { heading: '理由', paragraphs: linesOf(retraction.answer ?? undefined) },
      {
        heading: '原事项的效力',
        paragraphs: [
          `上述${caseWords(filing).matter}（回执 ${receipt}）仍然有效，${chineseDate(effectiveOn)}起执行；这一天已经过去的，自本告知书出具之日起执行。`,
        ],
      },
      remediesOf(remedies, '本告知书'),
    ],
  };
}

function asked({ filing, retraction, effectiveOn }: RetractionFacts): string {
  const on = chineseDate(dateInShanghai(retraction.askedAt));
  return `${you(filing)}于${on}申请撤回${matterOf(filing)}（原定${chineseDate(effectiveOn)}起执行）。`;
}
