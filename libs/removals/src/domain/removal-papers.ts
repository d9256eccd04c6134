import {
  ACKNOWLEDGEMENT,
  paragraphsOf,
  REGIME_WORDS,
  REMOVAL_WORDS,
  sentence,
  type PaperBody,
  type PaperKindOf,
  type PaperSection,
  type Regime,
  type RemovalType,
} from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai, type PlainDate } from '@zhaoguan/kernel';
import type { Removal, RemovalStatement } from './removal';

type RemovalPaperKind = PaperKindOf<'removals'>;

interface RemovalPaperKinds {
  /** 事先告知书. */
  readonly notice: RemovalPaperKind;
  /** 决定书. */
  readonly decision: RemovalPaperKind;
  /** 恢复告知书. */
  readonly restoration: RemovalPaperKind;
}

const PAPERS: Readonly<Record<Regime, Readonly<Record<RemovalType, RemovalPaperKinds>>>> = {
  FILING: {
    CANCELLATION: {
      notice: 'CANCELLATION_NOTICE',
      decision: 'CANCELLATION_DECISION',
      restoration: 'RESTORATION_NOTICE',
    },
    REVOCATION: {
      notice: 'REVOCATION_NOTICE',
      decision: 'REVOCATION_DECISION',
      restoration: 'RESTORATION_NOTICE',
    },
  },
  LICENCE: {
    CANCELLATION: {
      notice: 'LICENCE_CANCELLATION_NOTICE',
      decision: 'LICENCE_CANCELLATION_DECISION',
      restoration: 'LICENCE_RESTORATION_NOTICE',
    },
    REVOCATION: {
      notice: 'LICENCE_REVOCATION_NOTICE',
      decision: 'LICENCE_REVOCATION_DECISION',
      restoration: 'LICENCE_RESTORATION_NOTICE',
    },
  },
};

/** The papers of a removal, by what it ends and how. */
export const papersOf = ({ regime, type }: Pick<Removal, 'regime' | 'type'>): RemovalPaperKinds =>
  PAPERS[regime][type];

/**
 * What a decision says besides what it decides. Who lost a filing may file again and is supervised like before; who lost a licence may
 * not go on, and the authority does what is due for its end.
 * @law 行政许可法第七十条第四项、第八十一条
 */
const AFTERWARDS: Readonly<Record<Regime, Readonly<Record<RemovalType, readonly string[]>>>> = {
  FILING: {
    CANCELLATION: [],
    REVOCATION: ['继续提供服务的，应当重新办理首次备案，并接受监督检查。'],
  },
  LICENCE: {
    CANCELLATION: ['许可注销以后，不得再以该许可提供服务。'],
    REVOCATION: [
      '许可撤销以后，本机关依照《中华人民共和国行政许可法》第七十条第四项办理注销手续，你机构不得再以该许可提供服务。',
    ],
  },
};

/** What was given out for it, and is in force no more or again. */
const PROOFS: Readonly<Record<Regime, string>> = {
  FILING: `此前出具的${REGIME_WORDS.FILING.proof}`,
  LICENCE: `此前颁发的${REGIME_WORDS.LICENCE.proof}`,
};

/** What a notice tells, and until when it can be answered. */
export interface NoticeWords {
  readonly facts: string;
  /** The last day; or, of a paper that is still to be served, how many working days from its receipt. */
  readonly answer: { readonly until: PlainDate } | { readonly workingDays: number };
}

/** 注销、撤销的事先告知书. It names no person. */
export function noticePaper(removal: Removal, { facts, answer }: NoticeWords): PaperBody {
  const { ground, type, regime, filingNumber } = removal;
  const { held } = REGIME_WORDS[regime];
  const act = REMOVAL_WORDS[regime].types[type];
  return {
    title: `${act}事先告知书`,
    opening: `${numbered(removal)}。现将本机关查明的事实、拟作出的决定和你机构依法享有的权利告知如下：`,
    sections: [
      { heading: '查明的事实、证据和理由', paragraphs: paragraphsOf(facts) },
      {
        heading: '拟作出的决定和依据',
        paragraphs: [
          `你机构的情形为：${ground.label}。依据${basisOf(removal)}，本机关拟对你机构的${held}（${filingNumber}）予以${act.slice(0, 2)}。`,
        ],
      },
      {
        heading: '你机构的权利',
        paragraphs: [
          `你机构可以${periodOf(answer)}在线提交或者向本机关书面、口头陈述、申辩；逾期未提出的，视为放弃。`,
        ],
      },
    ],
    acknowledgement: ACKNOWLEDGEMENT,
  };
}

const periodOf = (answer: NoticeWords['answer']): string =>
  'until' in answer
    ? `在${chineseDate(answer.until)}前（含当日）`
    : `自收到本告知书之日起${answer.workingDays}个工作日内`;

/** What a decision is written from besides the case. */
export interface DecisionFacts {
  readonly statements: readonly RemovalStatement[];
  /** Who reviews the decision (行政复议机关). */
  readonly reviewBody: string;
  /** The periods of review and of an action, which run from the receipt of the paper. */
  readonly reconsiderationDays: number;
  readonly litigationMonths: number;
}

/**
 * 注销、撤销的决定书. It names no person.
 * @law 行政复议法第二十条（自知道之日起六十日）; 行政诉讼法第四十六条（自知道之日起六个月）
 */
export function decisionPaper(
  removal: Removal,
  { statements, reviewBody, reconsiderationDays, litigationMonths }: DecisionFacts,
): PaperBody {
  const { proposal, decision, type, regime, filingNumber, ground } = removal;
  if (!proposal || !decision) throw new Error(`removal ${removal.id} is not decided`);
  const { held } = REGIME_WORDS[regime];
  const act = REMOVAL_WORDS[regime].types[type];
  return {
    title: `${act}决定书`,
    opening: `${numbered(removal)}。本机关对你机构的${held}决定如下：`,
    sections: [
      { heading: '查明的事实', paragraphs: paragraphsOf(decision.facts) },
      hearingOf(removal, statements),
      {
        heading: '决定的理由和内容',
        paragraphs: [
          ...paragraphsOf(proposal.text),
          `你机构的情形为：${ground.label}。依据${basisOf(removal)}，本机关决定：${act.slice(0, 2)}你机构的${held}（${filingNumber}），${PROOFS[regime]}不再有效。`,
          ...AFTERWARDS[regime][type],
          ...(ground.consequence === undefined ? [] : [ground.consequence]),
        ],
      },
      {
        heading: '救济途径和期限',
        paragraphs: [
          `如不服本决定，可以自收到本决定书之日起${reconsiderationDays}日内向${reviewBody}申请行政复议，也可以自收到本决定书之日起${litigationMonths}个月内依法向有管辖权的人民法院提起行政诉讼。`,
        ],
      },
    ],
    acknowledgement: ACKNOWLEDGEMENT,
  };
}

/** 恢复告知书: by what the decision fell, and that what was filed or licensed is in force again. */
export function restorationPaper(removal: Removal, reason: string): PaperBody {
  const { decision, annulment, type, regime, filingNumber } = removal;
  if (!decision || !annulment) throw new Error(`removal ${removal.id} is not annulled`);
  const { types, restoration } = REMOVAL_WORDS[regime];
  const { held } = REGIME_WORDS[regime];
  return {
    title: `${restoration}告知书`,
    opening: `本机关于${chineseDate(decision.decidedOn)}对${you(removal)}作出的${types[type]}决定（${decision.number}）已经撤销，现告知如下：`,
    sections: [
      {
        heading: '撤销原决定的依据和理由',
        paragraphs: [`依据：${sentence(annulment.document)}`, ...paragraphsOf(reason)],
      },
      {
        heading: `${held}的效力`,
        paragraphs: [
          `原决定自${chineseDate(annulment.annulledOn)}起不再有效。你机构的${held}（${filingNumber}）恢复有效，${PROOFS[regime]}继续有效。`,
        ],
      },
    ],
  };
}

const numbered = (removal: Removal): string =>
  `${you(removal)}的${REGIME_WORDS[removal.regime].number}为${removal.filingNumber}`;

const you = ({ uscc }: Removal): string => `你机构（统一社会信用代码${uscc}）`;

const basisOf = ({ ground: { basis } }: Removal): string => `${basis.law}${basis.article ?? ''}`;

/** How it was told beforehand, and what it said to that. */
function hearingOf(removal: Removal, statements: readonly RemovalStatement[]): PaperSection {
  const { notice, proposal } = removal;
  const said = statements.filter(({ nature }) => nature === 'STATEMENT');
  const waived = statements.some(
    ({ nature, madeAt }) => nature === 'WAIVER' && notice !== null && madeAt >= notice.noticedAt,
  );
  const days = said.map(({ madeAt }) => chineseDate(dateInShanghai(madeAt))).join('、');
  const heard =
    said.length > 0
      ? `你机构于${days}陈述、申辩。${proposal?.statementReview ?? ''}`
      : waived
        ? '你机构放弃陈述申辩。'
        : '你机构在期限内没有陈述、申辩。';
  return { heading: '事先告知和陈述申辩', paragraphs: [...toldOf(removal), ...paragraphsOf(heard)] };
}

function toldOf({ notice, type, regime }: Removal): string[] {
  if (!notice) return [];
  const paper = `${REMOVAL_WORDS[regime].types[type]}事先告知书`;
  const day = chineseDate(notice.servedOn);
  return [
    notice.service === 'ANNOUNCED'
      ? `本机关自${day}起向你机构公告送达${paper}。`
      : `本机关于${day}向你机构送达${paper}。`,
  ];
}
