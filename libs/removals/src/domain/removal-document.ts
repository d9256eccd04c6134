import {
  ACKNOWLEDGEMENT,
  REMOVAL_TYPE_LABELS,
  type AgencyContact,
  type CaseDocument,
  type DocumentSection,
} from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai } from '@zhaoguan/kernel';
import type { Removal, RemovalStatement } from './removal';

/** What a document of a removal is written from. */
export interface RemovalDocumentFacts {
  readonly removal: Removal;
  readonly statements: readonly RemovalStatement[];
  readonly contact: AgencyContact | undefined;
  /** Who reviews the decision (行政复议机关). */
  readonly reviewBody: string;
}

/** 注销备案事先告知书、撤销备案事先告知书; undefined before the notice. */
export function noticeDocument(facts: RemovalDocumentFacts): CaseDocument | undefined {
  const { removal } = facts;
  const { notice, ground, type } = removal;
  if (!notice) return undefined;
  const act = REMOVAL_TYPE_LABELS[type];
  return {
    ...headOf(facts),
    title: `${act}事先告知书`,
    number: `备案编号：${removal.filingNumber}`,
    sections: [
      { heading: '查明的事实和理由', paragraphs: [notice.facts] },
      {
        heading: '拟作出的决定和依据',
        paragraphs: [
          `你机构的情形为：${ground.label}。依据${ground.basis.law}${ground.basis.article ?? ''}，本机关拟对你机构的备案（${removal.filingNumber}）予以${act.slice(0, 2)}。`,
        ],
      },
      {
        heading: '你机构的权利',
        paragraphs: [
          `你机构可以在${chineseDate(notice.statementUntil)}前（含当日）在线提交或者向本机关书面、口头陈述、申辩；逾期未提出的，视为放弃。`,
        ],
      },
    ],
    date: chineseDate(notice.servedOn),
  };
}

/** 注销备案决定书、撤销备案决定书; undefined before the decision. It says what was decided, also when that has fallen since. */
export function decisionDocument(facts: RemovalDocumentFacts): CaseDocument | undefined {
  const { removal, reviewBody } = facts;
  const { notice, proposal, decision, ground, type } = removal;
  if (!notice || !proposal || !decision) return undefined;
  const act = REMOVAL_TYPE_LABELS[type];
  return {
    ...headOf(facts),
    title: `${act}决定书`,
    number: `文号：${decision.number}`,
    sections: [
      { heading: '查明的事实', paragraphs: [notice.facts] },
      hearingOf(facts),
      {
        heading: '决定的理由和内容',
        paragraphs: [
          proposal.text,
          `你机构的情形为：${ground.label}。依据${ground.basis.law}${ground.basis.article ?? ''}，本机关决定：${act.slice(0, 2)}你机构的备案（${removal.filingNumber}），此前出具的备案回执不再有效。`,
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
    date: chineseDate(decision.decidedOn),
  };
}

function headOf({
  removal,
  contact,
}: RemovalDocumentFacts): Pick<CaseDocument, 'authority' | 'party' | 'contact' | 'receipt'> {
  return {
    authority: removal.authorityName,
    party: [
      ['机构名称', removal.institutionName],
      ['统一社会信用代码', removal.uscc],
    ],
    contact: contact ? [`本机关地址：${contact.address}`, `联系电话：${contact.phone}`] : [],
    receipt: ACKNOWLEDGEMENT,
  };
}

function hearingOf({ removal, statements }: RemovalDocumentFacts): DocumentSection {
  const said = statements.filter(({ nature }) => nature === 'STATEMENT');
  const waived = statements.some(({ nature }) => nature === 'WAIVER');
  const days = said.map(({ madeAt }) => chineseDate(dateInShanghai(madeAt))).join('、');
  const heard =
    said.length > 0
      ? `你机构于${days}陈述、申辩。${removal.proposal?.statementReview ?? ''}`
      : waived
        ? '你机构明确放弃陈述、申辩。'
        : '你机构在期限内没有陈述、申辩。';
  return { heading: '事先告知和陈述申辩', paragraphs: [heard] };
}
