import {
  ACKNOWLEDGEMENT,
  paragraphsOf,
  sentence,
  type AgencyContact,
  type CaseDocument,
  type DocumentSection,
} from '@zhaoguan/contracts';
import { chineseDate, dateInShanghai, yuanInCapitals, yuanInWords, type PlainDate } from '@zhaoguan/kernel';
import {
  servedNotice,
  type CaseFinding,
  type Notice,
  type PartyStatement,
  type PenaltyCase,
  type ServedNotice,
} from './penalty-case';
import { priorOrderText } from './prior-order';
import { remediesText, rightsText, type RemedyPeriods } from './remedies';

/** What a document of a case is written from. */
export interface CaseDocumentFacts {
  readonly subject: PenaltyCase;
  readonly findings: readonly CaseFinding[];
  readonly statements: readonly PartyStatement[];
  /** Names of what is meant to be imposed. */
  readonly noticedMeasures: readonly string[];
  readonly contact: AgencyContact | undefined;
  /** Who reviews the decision (行政复议机关). */
  readonly reviewBody: string;
  /** For a statement, as the day of the notice has it: 五个工作日. */
  readonly statementPeriod: string;
  /** For paying and for the remedies, as the day of the decision has them. */
  readonly decisionPeriods: RemedyPeriods & { readonly payment: string };
}

/**
 * The notice before a decision (行政处罚事先告知书); undefined before it is given or made to be handed over.
 * @law 行政处罚法第四十四条、第四十五条、第六十三条
 */
export function noticeDocument(facts: CaseDocumentFacts): CaseDocument | undefined {
  const { subject, noticedMeasures, statementPeriod } = facts;
  const { notice, basis } = subject;
  if (!notice) return undefined;
  const fine = fineInWords(notice.amountFen);
  return {
    ...headOf(facts),
    title: '行政处罚事先告知书',
    number: `案号：${subject.caseNumber}`,
    sections: [
      factsOf(facts, notice),
      {
        heading: '拟作出的行政处罚及其理由和依据',
        paragraphs: [
          ...paragraphsOf(notice.reasons),
          `依据${basis.law}${basis.article}的规定（${conditionOf(subject, notice)}），本机关拟作出如下处理：${noticedMeasures.join('、')}${fine}。`,
        ],
      },
      {
        heading: '你单位的权利',
        paragraphs: [
          rightsText(notice, statementPeriod),
          '本案拟作出的处罚不属于《中华人民共和国行政处罚法》第六十三条规定的应当告知听证权利的情形。',
        ],
      },
    ],
    date: chineseDate(notice.paperOn),
  };
}

/**
 * The decision (行政处罚决定书), or that nothing is imposed (不予行政处罚决定书); undefined before there is one.
 * @law 行政处罚法第五十九条
 */
export function decisionDocument(facts: CaseDocumentFacts): CaseDocument | undefined {
  const { subject, contact, reviewBody, decisionPeriods } = facts;
  const { decision } = subject;
  if (!decision) return undefined;
  // A paper that was never handed over has told the party nothing.
  const notice = servedNotice(subject.notice);
  return {
    ...headOf(facts),
    title: decision.penalty ? '行政处罚决定书' : '不予行政处罚决定书',
    number: `文号：${decision.number}`,
    sections: [
      factsOf(facts, notice),
      ...(notice ? [hearingOf(facts, notice, decision.statementReview)] : []),
      decidedOf(subject, decision, contact, decisionPeriods.payment),
      { heading: '救济途径和期限', paragraphs: [remediesText(decisionPeriods, reviewBody)] },
    ],
    date: chineseDate(decision.decidedOn),
  };
}

function headOf({
  subject,
  contact,
}: CaseDocumentFacts): Pick<CaseDocument, 'authority' | 'party' | 'contact' | 'receipt'> {
  return {
    authority: subject.authorityName,
    party: [
      ['当事人', subject.partyName],
      ['统一社会信用代码', subject.partyUscc],
      ['住所', subject.partyAddress],
    ],
    contact: contact ? [`本机关地址：${contact.address}`, `联系电话：${contact.phone}`] : [],
    receipt: ACKNOWLEDGEMENT,
  };
}

/** What was found, by whom, and what proves it: a decision without evidence is none. */
function factsOf({ subject, findings }: CaseDocumentFacts, notice: Notice | null): DocumentSection {
  const order = notice?.priorOrder ?? null;
  const evidence = findings.map(
    ({ inspectedOn, itemCode, itemTitle, note }, i) =>
      `${i + 1}. ${chineseDate(inspectedOn)}现场检查记录及所附证据，检查事项 ${itemCode}“${itemTitle}”不符合${note === null ? '。' : `：${sentence(note)}`}`,
  );
  return {
    heading: '违法事实和证据',
    paragraphs: [
      `经本机关执法人员（执法证号：${subject.investigators.join('、')}）检查，你单位有下列行为：${subject.basis.conduct}。`,
      ...(notice === null ? [] : paragraphsOf(notice.facts)),
      ...(order === null ? [] : [priorOrderText(order)]),
      '证明上述事实的证据：',
      ...evidence,
      ...(order === null
        ? []
        : [
            `${evidence.length + 1}. ${chineseDate(order.orderedOn)}责令改正的文书（文号：${order.documentNumber}）。`,
          ]),
      `上述行为不符合${brokenOf(findings).join('、')}的规定。`,
    ],
  };
}

/** Each clause once; a recommended standard is guidance and broken by nobody. */
function brokenOf(findings: readonly CaseFinding[]): string[] {
  const clauses = findings.flatMap(({ legalBasis }) =>
    legalBasis.filter(({ binding }) => binding).map(({ law, article }) => `${law}${article ?? ''}`),
  );
  return [...new Set(clauses)];
}

/** That the party was told and heard; what it said is answered, not repeated. @law 行政处罚法第四十五条、第六十二条 */
function hearingOf(
  { statements }: CaseDocumentFacts,
  { noticedOn, servedOn, statementUntil }: ServedNotice,
  review: string | null,
): DocumentSection {
  const told = `本机关于${chineseDate(servedOn ?? noticedOn)}告知你单位拟作出的处罚内容及事实、理由、依据，以及依法享有的陈述、申辩权利。`;
  return {
    heading: '告知和陈述申辩',
    paragraphs: [
      `${told}${saidBy(statements, statementUntil)}`,
      ...(review === null ? [] : [...paragraphsOf(`经复核：${review.replace(/^经复核[，,：:]?\s*/u, '')}`)]),
    ],
  };
}

function saidBy(statements: readonly PartyStatement[], until: PlainDate): string {
  const said = statements.findLast(({ nature }) => nature === 'STATEMENT');
  if (said) return `你单位于${chineseDate(dateInShanghai(said.madeAt))}提出陈述、申辩。`;
  return statements.length > 0
    ? '你单位放弃陈述、申辩。'
    : `你单位在${chineseDate(until)}前（含当日）未提出陈述、申辩。`;
}

function decidedOf(
  subject: PenaltyCase,
  { penalty, text }: NonNullable<PenaltyCase['decision']>,
  contact: AgencyContact | undefined,
  paymentPeriod: string,
): DocumentSection {
  if (!penalty) {
    return {
      heading: '决定的内容和理由',
      paragraphs: [
        ...paragraphsOf(text),
        '依据《中华人民共和国行政处罚法》第三十三条、第五十七条的规定，决定不予行政处罚。',
      ],
    };
  }
  const { law, article } = subject.basis;
  const condition = subject.notice === null ? '' : conditionOf(subject, subject.notice);
  const imposed = `${penalty.measureLabels.join('、')}${fineInWords(penalty.amountFen)}`;
  return {
    heading: '行政处罚的种类、依据和履行',
    paragraphs: [
      ...paragraphsOf(text),
      `依据${law}${article}的规定${condition === '' ? '' : `（${condition}）`}，本机关决定：${imposed}。`,
      ...(penalty.amountFen === 0 ? [] : [paymentText(paymentPeriod, contact?.paymentBank ?? null)]),
    ],
  };
}

/** @law 行政处罚法第六十七条、第七十二条第一款第一项 */
function paymentText(period: string, bank: string | null): string {
  const where = bank === null ? '按缴款通知所列账户' : `到${bank}`;
  return (
    `罚款应当自收到本决定书之日起${period}内${where}缴纳，也可以通过电子支付系统缴纳。` +
    '逾期不缴纳的，每日按罚款数额的百分之三加处罚款，加处罚款的数额不超出罚款的数额。'
  );
}

const fineInWords = (fen: number): string =>
  fen === 0 ? '' : `（罚款人民币${yuanInWords(fen)}，大写${yuanInCapitals(fen)}）`;

/** The tier (法定档次) of the notice as the clause words it. */
function conditionOf({ basis }: PenaltyCase, { severity }: Notice): string {
  return basis.tiers.find((tier) => tier.severity === severity)?.condition ?? '';
}
