import { departmentLabel, LEAD_DEPARTMENT_NAMES, REGIME_WORDS, ROLE_LABELS } from '@zhaoguan/contracts';
import { chineseDate, type PlainDate } from '@zhaoguan/kernel';
import type { FilingFacts, InstitutionFacts, OpinionFacts } from './facts';
import { filing, noticeTypes, typeInWords } from './filing-words';
import { inWords } from './notices';
import type { Notice } from './notification';

/** What is said of a case beside its decisions: who conducts it, and what was found on the spot. */

/** It waits for them from now on, where it does not lie with the applicant. */
export const filingAssigned = (facts: FilingFacts): Notice => ({
  type: 'FILING_ASSIGNED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}由您承办，请查看`,
  ...(facts.status === 'SUBMITTED'
    ? { awaits: { type: 'FILING_TO_DECIDE' as const, matterId: facts.id } }
    : {}),
});

export const filingTakenAway = (facts: FilingFacts): Notice => ({
  type: 'FILING_TAKEN_AWAY',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}不再由您承办`,
});

/** For who heads the authority, else the one above: nobody of it may decide the case. */
export const filingUnattended = (facts: FilingFacts): Notice => ({
  type: 'FILING_UNATTENDED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}，办理机关没有可以办理的工作人员（经办人员应当回避或者空缺），请安排`,
  awaits: { type: 'FILING_TO_ARRANGE', matterId: facts.id },
});

/** For the administrator, who learns of what sort it is, and not what it is about. */
export const unattendedInDistrict = ({ id, kind }: FilingFacts, district: string): Notice => ({
  type: 'FILING_UNATTENDED',
  subject: null,
  title: `${district}${LEAD_DEPARTMENT_NAMES[kind]}有 1 件申请没有可以办理的工作人员，请新建一名${ROLE_LABELS.REGISTRAR}`,
  awaits: { type: 'FILING_TO_ARRANGE', matterId: id },
});

/** For the applicant: officials come, and somebody is to be there. */
export const visitOrdered = (
  facts: FilingFacts,
  { dueOn, plannedOn }: { readonly dueOn: PlainDate; readonly plannedOn: PlainDate | null },
): Notice => ({
  type: 'FILING_VISIT_ORDERED',
  subject: filing(facts),
  title: `主管机关将于${plannedOn === null ? `${chineseDate(dueOn)}前` : chineseDate(plannedOn)}到现场核查${facts.name}的${typeInWords(facts)}，请安排人员在场并备好有关材料`,
});

export const visitCalledOff = (facts: FilingFacts): Notice => ({
  type: 'FILING_VISIT_CALLED_OFF',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}不再进行原先安排的现场核查`,
});

export const filingVerified = (facts: FilingFacts): Notice => ({
  type: 'FILING_VERIFIED',
  subject: filing(facts),
  title: `${facts.name}经现场核查，与${REGIME_WORDS[facts.regime].held}的内容一致`,
});

/** For who has ended: whether anything is left to be done for the people and the fees. @law 老年人权益保障法第四十六条 */
export const closureRecorded = (facts: FilingFacts, settled: boolean): Notice => ({
  type: 'FILING_CLOSURE_RECORDED',
  subject: filing(facts),
  title: settled
    ? `${facts.name}终止服务以后的人员安置和退费，主管机关核实已经完成`
    : `${facts.name}终止服务以后的人员安置或者退费，主管机关核实还没有全部完成，请尽快办理，完成以后报告主管机关`,
  ...(settled ? {} : { awaits: { type: 'FILING_CLOSURE_TO_FINISH' as const, matterId: facts.id } }),
});

/** For its office, which looks again. */
export const closureReported = (facts: FilingFacts): Notice => ({
  type: 'FILING_CLOSURE_REPORTED',
  subject: filing(facts),
  title: `${facts.name}的经办人报告，终止服务以后的人员安置和退费已经完成，请再次核实`,
  awaits: { type: 'FILING_CLOSURE_TO_CHECK', matterId: facts.id },
});

export const mismatchFound = (facts: FilingFacts): Notice => ({
  type: 'FILING_MISMATCH_FOUND',
  subject: filing(facts),
  title:
    // While the application is looked at nothing is held yet that could be changed.
    facts.status === 'RETURNED'
      ? `${facts.name}的现场情况与申请的内容不一致，请在期限内改正；填写有误的，请在补正中改正这一项`
      : facts.status === 'SUBMITTED'
        ? `${facts.name}的现场情况与申请的内容不一致，请在期限内改正；填写有误的，可以撤回申请，更正以后重新申请`
        : `${facts.name}的现场情况与${REGIME_WORDS[facts.regime].held}的内容不一致，请在期限内办理${REGIME_WORDS[facts.regime].types.CHANGE}或者改正`,
  awaits: { type: 'FILING_MISMATCH_TO_CORRECT', matterId: facts.id },
});

export const mismatchCorrected = (facts: FilingFacts): Notice => ({
  type: 'FILING_TO_RECHECK',
  subject: filing(facts),
  title: `${facts.name}现场核查不一致的内容已改正或者变更，请复核`,
  awaits: { type: 'FILING_TO_VERIFY', matterId: facts.id },
});

/** For who conducts it: nothing is left to be done. */
export const filingWithdrawn = (facts: FilingFacts): Notice => ({
  type: noticeTypes(facts).WITHDRAWN,
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}由申请人撤回，不必再办理`,
});

/** For the applicant, in whose name somebody else took it back. */
export const withdrawnForApplicant = (facts: FilingFacts): Notice => ({
  type: noticeTypes(facts).WITHDRAWN,
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}已由窗口代办人代您撤回；不是您的意思的，请告诉办理机关，并重新办理`,
});

/** What a filing is called by. */
type NamedFiling = Pick<FilingFacts, 'id' | 'name' | 'type' | 'regime' | 'renewal' | 'prolongs' | 'kind'>;

/** For the applicant: nothing is begun or handed in with their name that they do not hear of. */
export const begunAtWindow = (facts: NamedFiling): Notice => ({
  type: 'FILING_BEGUN_AT_WINDOW',
  subject: filing(facts),
  title: `窗口代办人已代您填报${facts.name}的${typeInWords(facts)}，提交以前您可以查看、接着办理或者删除`,
});

export const submittedAtWindow = (facts: FilingFacts): Notice => ({
  type: 'FILING_SUBMITTED_AT_WINDOW',
  subject: filing(facts),
  title: `窗口代办人已代您提交${facts.name}的${typeInWords(facts)}；不是您的意思的，可以撤回，并告诉办理机关`,
});

const OUTCOME_AT_WINDOW: Readonly<Record<string, string>> = {
  RETURNED: '已退回补正，请告知申请人；到窗口补正的，可以继续代办',
  ACCEPTED: '已经准予，申请人到窗口领取的，文书可以在本件中打印',
  REFUSED: '没有准予，申请人到窗口领取的，告知书、决定书可以在本件中打印',
  DISMISSED: '不予受理，申请人到窗口领取的，决定书可以在本件中打印',
  LAPSED: '逾期没有补正，视为撤回',
  WITHDRAWN: '申请人已经撤回，不再办理',
};

/** For who entered it at the window: the applicant who came there comes back for the papers. */
export const outcomeAtWindow = (facts: FilingFacts): Notice => ({
  type: 'FILING_OUTCOME_AT_WINDOW',
  subject: filing(facts),
  title: `您代办的${facts.name}的${typeInWords(facts)}：${OUTCOME_AT_WINDOW[facts.status] ?? '有新的进展，请查看'}`,
});

/** For who files under the same code: one legal person, and another account in its name. In no words of that account. */
export const sameCodeFiled = (facts: FilingFacts): Notice => ({
  type: 'SAME_CODE_FILED',
  subject: null,
  title: `有另一账号以您的机构所用的统一社会信用代码（${facts.uscc}）提交了${typeInWords(facts)}；不是本单位委托的，请告诉机构所在地的${LEAD_DEPARTMENT_NAMES[facts.kind]}`,
});

/** For who has the institution that a closure names as taking over: nobody has asked them. */
export const namedAsSuccessor = (ended: FilingFacts, named: InstitutionFacts): Notice => ({
  type: 'NAMED_AS_SUCCESSOR',
  subject: { type: 'institution', id: named.id },
  title: `${ended.name}终止服务的备案写明由${named.name}承接，办理机关核实以后写入沿革；不属实的，请告诉机构所在地的${LEAD_DEPARTMENT_NAMES[ended.kind]}`,
});

/** For the same, once it is written, or taken back. */
export const linkedAsSuccessor = (ended: FilingFacts, named: InstitutionFacts, stands: boolean): Notice => ({
  type: 'NAMED_AS_SUCCESSOR',
  subject: { type: 'institution', id: named.id },
  title: stands
    ? `办理机关已经核实，${named.name}的沿革写明由它承接已终止服务的${ended.name}；不属实的，请告诉机构所在地的${LEAD_DEPARTMENT_NAMES[ended.kind]}，由它更正`
    : `办理机关更正了${ended.name}终止服务的核实记录，${named.name}承接它的沿革已经收回；仍有疑问的，请联系机构所在地的${LEAD_DEPARTMENT_NAMES[ended.kind]}`,
});

/** For the same: the closure was taken back before its day. */
export const releasedAsSuccessor = (ended: FilingFacts, named: InstitutionFacts): Notice => ({
  type: 'NAMED_AS_SUCCESSOR',
  subject: { type: 'institution', id: named.id },
  title: `${ended.name}终止服务的备案在生效以前已经撤回，不再由${named.name}承接`,
});
const ENDS_UNDER_CODE: Readonly<Record<string, string>> = {
  ACCEPTED: '已经准予；不是本单位委托的，请告诉',
  REFUSED: '没有准予；仍有疑问的，请联系',
  DISMISSED: '不予受理；仍有疑问的，请联系',
  LAPSED: '逾期没有补正，视为撤回；仍有疑问的，请联系',
  WITHDRAWN: '已经撤回；仍有疑问的，请联系',
};

/** What became of it, for the same: who was asked to look at it need not go on asking. Undefined while it has not ended. */
export function sameCodeEnded(facts: FilingFacts): Notice | undefined {
  const how = ENDS_UNDER_CODE[facts.status];
  if (how === undefined) return undefined;
  return {
    type: 'SAME_CODE_ENDED',
    subject: null,
    title: `另一账号以您的机构所用的统一社会信用代码（${facts.uscc}）提交的${typeInWords(facts)}${how}机构所在地的${LEAD_DEPARTMENT_NAMES[facts.kind]}`,
  };
}

/** @law 行政许可法第三十二条第二款 */
export const filingAdmitted = (facts: FilingFacts): Notice => ({
  type: 'LICENCE_ADMITTED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}已受理，请查看受理通知书`,
});

export const filingDismissed = (facts: FilingFacts): Notice => ({
  type: 'LICENCE_DISMISSED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}不予受理，请查看决定书中的理由和救济途径`,
});

/** For the applicant. @law 行政许可法第五十条第二款 */
export const filingRenewed = (facts: FilingFacts): Notice => ({
  type: 'LICENCE_RENEWED',
  subject: filing(facts),
  title: `${facts.name}的许可有效期届满前没有作出决定，依法视为准予延续，原许可证继续有效`,
});

/** For who owes its certificate. */
export const filingToCertify = (facts: FilingFacts): Notice => ({
  type: 'LICENCE_RENEWED',
  subject: filing(facts),
  title: `${facts.name}的许可有效期届满前没有作出决定，依法视为准予延续，请换发许可证`,
  awaits: { type: 'FILING_TO_DECIDE', matterId: facts.id },
});

/** For the head of the authority, who approves it or does not. */
export const extensionAsked = (facts: FilingFacts): Notice => ({
  type: 'EXTENSION_ASKED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}报请延长办理期限，请批准或者不批准`,
});

export const extensionDeclined = (facts: FilingFacts): Notice => ({
  type: 'EXTENSION_DECLINED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}延长办理期限未获批准，请在原期限内作出决定`,
});

/** For the applicant and for who conducts it. @law 行政许可法第四十二条第一款 */
export const filingExtended = (facts: FilingFacts, dueOn: PlainDate): Notice => ({
  type: 'LICENCE_EXTENDED',
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}办理期限已延长至${inWords(dueOn)}，理由见告知书`,
});

/** For those who may answer in the name of the department. */
export const opinionAsked = (
  facts: FilingFacts,
  opinionId: string,
  { department, dueOn }: Pick<OpinionFacts, 'department' | 'dueOn'>,
): Notice => ({
  type: 'OPINION_ASKED',
  subject: { type: 'filing-opinion', id: opinionId },
  title: `${facts.name}的${typeInWords(facts)}征求${departmentLabel(department)}的意见，最迟 ${dueOn} 答复`,
  awaits: { type: 'FILING_OPINION_TO_ANSWER', matterId: opinionId },
});

export const opinionAnswered = (facts: FilingFacts, department: string): Notice => ({
  type: 'OPINION_ANSWERED',
  subject: filing(facts),
  title: `${department}已答复对${facts.name}${typeInWords(facts)}的意见`,
});
