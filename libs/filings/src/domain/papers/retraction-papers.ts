import {
  caseWords,
  INSTITUTION_STATUS_LABELS,
  REGIME_WORDS,
  type FilingEnd,
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
  /** The one in whose place it stood, and which is in force again; null where there is none. */
  readonly standsAgain: string | null;
  /** From which day on it was to hold. */
  readonly effectiveOn: PlainDate;
  /** The day of the answer. */
  readonly on: PlainDate;
  /** That the authority has ended the filing meanwhile (注销、撤销); null where it stands. */
  readonly ended: { readonly endedAs: FilingEnd; readonly endedOn: PlainDate } | null;
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
          `回执 ${receipt} 不再有效，请不要再作为凭证使用。${standsAgainIn(facts)}`,
          ...endedLines(facts),
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
  const { filing, retraction, receipt } = facts;
  return {
    title: `${matterOf(filing)}不予撤回告知书`,
    opening: `${asked(facts)}经核对，不予撤回，现将理由和依法享有的权利告知${you(filing)}：`,
    sections: [
      { heading: '理由', paragraphs: linesOf(retraction.answer ?? undefined) },
      {
        heading: '原事项的效力',
        paragraphs: [
          `上述${caseWords(filing).matter}（回执 ${receipt}）${facts.ended === null ? '仍然有效' : '不撤回'}，${holdsFrom(facts)}起执行。`,
          ...endedLines(facts),
        ],
      },
      remediesOf(remedies, '本告知书'),
    ],
  };
}

const standsAgainIn = ({ standsAgain, ended }: RetractionFacts): string =>
  standsAgain === null || ended !== null ? '' : `由它代替的 ${standsAgain} 恢复为现行有效。`;

/** From its day on, or, that past, from the answer on: until then it was held. */
const holdsFrom = ({ effectiveOn, on }: RetractionFacts): string =>
  effectiveOn > on ? chineseDate(effectiveOn) : '原定的日期已过，自本告知书出具之日';

/** What holds is that the service stops or goes on; the filing itself the authority has ended. */
function endedLines({ filing, ended }: RetractionFacts): string[] {
  if (ended === null) return [];
  const { held, proof } = REGIME_WORDS[filing.regime];
  const how = ended.endedAs === 'REVOKED' ? '撤销' : '注销';
  return [
    `机构的${held}已于${chineseDate(ended.endedOn)}被${how}，${proof}不再有效；继续提供服务的，应当依法重新办理。`,
  ];
}

function asked({ filing, retraction, effectiveOn }: RetractionFacts): string {
  const on = chineseDate(dateInShanghai(retraction.askedAt));
  return `${you(filing)}于${on}申请撤回${matterOf(filing)}（原定${chineseDate(effectiveOn)}起执行）。`;
}
