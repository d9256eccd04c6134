import {
  ACKNOWLEDGEMENT,
  paragraphsOf,
  REMOVAL_TYPE_LABELS,
  type PaperBody,
  type PaperKindOf,
  type PaperSection,
  type RemovalType,
} from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import type { Removal, RemovalStatement } from './removal';

type RemovalPaperKind = PaperKindOf<'removals'>;

/** 事先告知书 of each type. */
export const NOTICE_PAPERS = {
  CANCELLATION: 'CANCELLATION_NOTICE',
  REVOCATION: 'REVOCATION_NOTICE',
} as const satisfies Record<RemovalType, RemovalPaperKind>;

/** 决定书 of each type. */
export const DECISION_PAPERS = {
  CANCELLATION: 'CANCELLATION_DECISION',
  REVOCATION: 'REVOCATION_DECISION',
} as const satisfies Record<RemovalType, RemovalPaperKind>;

/** 注销备案事先告知书、撤销备案事先告知书. It names no person. */
export function noticePaper(removal: Removal): PaperBody {
  const { notice, ground, type, filingNumber } = removal;
  if (!notice) throw new Error(`removal ${removal.id} has no notice`);
  const act = REMOVAL_TYPE_LABELS[type];
  return {
    title: `${act}事先告知书`,
    opening: `${you(removal)}的备案编号为${filingNumber}。现将本机关查明的事实、拟作出的决定和你机构依法享有的权利告知如下：`,
    sections: [
      { heading: '查明的事实和理由', paragraphs: paragraphsOf(notice.facts) },
      {
        heading: '拟作出的决定和依据',
        paragraphs: [
          `你机构的情形为：${ground.label}。依据${basisOf(removal)}，本机关拟对你机构的备案（${filingNumber}）予以${act.slice(0, 2)}。`,
        ],
      },
      {
        heading: '你机构的权利',
        paragraphs: [
          `你机构可以在${chineseDate(notice.statementUntil)}前（含当日）在线提交或者向本机关书面、口头陈述、申辩；逾期未提出的，视为放弃。`,
        ],
      },
    ],
    acknowledgement: ACKNOWLEDGEMENT,
  };
}

/** What a decision is written from besides the case. */
export interface DecisionFacts {
  readonly statements: readonly RemovalStatement[];
  /** Who reviews the decision (行政复议机关). */
  readonly reviewBody: string;
}

/** 注销备案决定书、撤销备案决定书. It names no person. */
export function decisionPaper(removal: Removal, { statements, reviewBody }: DecisionFacts): PaperBody {
  const { notice, proposal, decision, type, filingNumber, ground } = removal;
  if (!notice || !proposal || !decision) throw new Error(`removal ${removal.id} is not decided`);
  const act = REMOVAL_TYPE_LABELS[type];
  return {
    title: `${act}决定书`,
    opening: `${you(removal)}的备案编号为${filingNumber}。本机关对你机构的备案决定如下：`,
    sections: [
      { heading: '查明的事实', paragraphs: paragraphsOf(notice.facts) },
      hearingOf(removal, statements),
      {
        heading: '决定的理由和内容',
        paragraphs: [
          ...paragraphsOf(proposal.text),
          `你机构的情形为：${ground.label}。依据${basisOf(removal)}，本机关决定：${act.slice(0, 2)}你机构的备案（${filingNumber}），此前出具的备案回执不再有效。`,
          ...(type === 'REVOCATION' ? ['继续提供服务的，应当重新办理首次备案，并接受监督检查。'] : []),
        ],
      },
      {
        heading: '救济途径和期限',
        paragraphs: [
          `如不服本决定，可以在${chineseDate(decision.reconsiderationUntil)}前（含当日）向${reviewBody}申请行政复议，也可以在${chineseDate(decision.litigationUntil)}前（含当日）依法向有管辖权的人民法院提起行政诉讼。`,
        ],
      },
    ],
    acknowledgement: ACKNOWLEDGEMENT,
  };
}

/** 恢复备案告知书: by what the decision fell, and that what was filed is in force again. */
export function restorationPaper(removal: Removal, reason: string): PaperBody {
  const { decision, annulment, type, filingNumber } = removal;
  if (!decision || !annulment) throw new Error(`removal ${removal.id} is not annulled`);
  return {
    title: '恢复备案告知书',
    opening: `本机关于${chineseDate(decision.decidedOn)}对${you(removal)}作出的${REMOVAL_TYPE_LABELS[type]}决定（${decision.number}）已经撤销，现告知如下：`,
    sections: [
      {
        heading: '撤销原决定的依据和理由',
        paragraphs: [`依据：${annulment.document}。`, ...paragraphsOf(reason)],
      },
      {
        heading: '备案的效力',
        paragraphs: [
          `原决定自${chineseDate(annulment.annulledOn)}起不再有效。你机构的备案（${filingNumber}）恢复有效，此前出具的备案回执继续有效。`,
        ],
      },
    ],
  };
}

const you = ({ uscc }: Removal): string => `你机构（统一社会信用代码${uscc}）`;

const basisOf = ({ ground: { basis } }: Removal): string => `${basis.law}${basis.article ?? ''}`;

function hearingOf({ proposal }: Removal, statements: readonly RemovalStatement[]): PaperSection {
  const said = statements.filter(({ nature }) => nature === 'STATEMENT');
  const waived = statements.some(({ nature }) => nature === 'WAIVER');
  const days = said.map(({ madeAt }) => chineseDate(dateInShanghai(madeAt))).join('、');
  const heard =
    said.length > 0
      ? `你机构于${days}陈述、申辩。${proposal?.statementReview ?? ''}`
      : waived
        ? '你机构明确放弃陈述、申辩。'
        : '你机构在期限内没有陈述、申辩。';
  return { heading: '事先告知和陈述申辩', paragraphs: paragraphsOf(heard) };
}
