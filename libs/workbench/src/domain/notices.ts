import {
  COUNTED_IN_DAYS,
  REGIME_WORDS,
  OUTCOME_LABELS,
  WORK_ITEM_LABELS,
  type Grade,
  type Outcome,
} from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { AssignmentFacts, CaseFacts, DrawFacts, FilingFacts, InstitutionFacts } from './facts';
import { filing, isLicensedNotice, noticeTypes, typeInWords } from './filing-words';
import type { Notice } from './notification';
import type { WorkItem } from './work-item';

/** What each notification says (站内通知). Pure text: institutions and plans are named, people never but in their own team. */

/** @param admitBy of an application for a licence: the term that runs first. @law 行政许可法第三十二条 */
export const filingSubmitted = (
  facts: FilingFacts,
  dueOn: PlainDate,
  admitBy: PlainDate | null = null,
): Notice => ({
  type: noticeTypes(facts).SUBMITTED,
  subject: filing(facts),
  title: `${facts.name}提交了${typeInWords(facts)}，请在${
    admitBy === null ? `${inWords(dueOn)}前办理` : `${inWords(admitBy)}前告知是否受理、需要补正什么`
  }`,
});

export const filingReturned = (facts: FilingFacts): Notice => ({
  type: noticeTypes(facts).RETURNED,
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}已退回补正，请按补正意见修改后重新提交`,
});

export const filingRefused = (facts: FilingFacts): Notice => ({
  type: noticeTypes(facts).REFUSED,
  subject: filing(facts),
  title:
    facts.regime === 'LICENCE' && !isLicensedNotice(facts)
      ? `${facts.name}的${typeInWords(facts)}未获准予，请查看决定书中的理由和救济途径`
      : `${facts.name}的${typeInWords(facts)}${isLicensedNotice(facts) ? '不予登记' : '申请未获准予'}，请查看理由`,
});

export const filingLapsed = (facts: FilingFacts): Notice => ({
  type: noticeTypes(facts).LAPSED,
  subject: filing(facts),
  title: `${facts.name}的${typeInWords(facts)}逾期未补正，视为撤回；仍需办理的，请重新填写`,
});

export const filingAccepted = (facts: FilingFacts, filingNumber: string): Notice => ({
  type: noticeTypes(facts).ACCEPTED,
  subject: filing(facts),
  title:
    facts.type === 'INITIAL' && !facts.renewal
      ? `${facts.name}已${REGIME_WORDS[facts.regime].accept}，${REGIME_WORDS[facts.regime].number} ${filingNumber}`
      : isLicensedNotice(facts)
        ? `${facts.name}的${typeInWords(facts)}已登记，登记回执可以下载`
        : `${facts.name}的${typeInWords(facts)}已获准予，${REGIME_WORDS[facts.regime].number} ${filingNumber}`,
});

/** For the inspector, who alone knows whether there is anything to it. */
export const recusalDeclared = ({ name }: InstitutionFacts): Notice => ({
  type: 'RECUSAL_DECLARED',
  subject: null,
  title: `名录管理人员为您登记了对${name}的回避，此后不派您检查该机构；不属实的，请告诉所在部门或者复核公布人`,
});

/** For the inspector, who may have declared it and knows whether it still holds. */
export const recusalRevoked = ({ name }: InstitutionFacts): Notice => ({
  type: 'RECUSAL_REVOKED',
  subject: null,
  title: `您对${name}的回避已被解除，此后可能派您检查；仍应当回避的，请重新登记`,
});

type DrawNotice = 'DRAW_ANNOUNCED' | 'DRAW_DRAWN' | 'DRAW_INFEASIBLE' | 'DRAW_VOIDED' | 'DRAW_OPENED';
const DRAW_WORDS: Readonly<Record<DrawNotice, string>> = {
  DRAW_ANNOUNCED: '已发布抽取公告',
  DRAW_DRAWN: '已完成抽取，检查任务即将分派',
  DRAW_INFEASIBLE: '无法安排检查人员，须作废后重新公告',
  DRAW_VOIDED: '的抽取已作废',
  DRAW_OPENED: '的抽取已公开，任何人都可以核对',
};

export const drawChanged = (type: DrawNotice, { id, title }: DrawFacts): Notice => ({
  type,
  subject: { type: 'draw', id },
  title: `“${title}”${DRAW_WORDS[type]}`,
});

/** The institutions are not named: they are secret until the inspection begins. */
export const tasksAssigned = ({ planTitle, count, taskId, drawId }: AssignmentFacts): Notice => ({
  type: 'TASKS_ASSIGNED',
  subject: count === 1 ? { type: 'inspection-task', id: taskId } : null,
  title: `您有 ${count} 项新的检查任务（${planTitle}）`,
  awaits: { type: 'INSPECTION_TO_START', matterId: count === 1 ? taskId : drawId },
});

/** Whatever is left to do there: to begin, to go on or to sign. */
export const stoodIn = ({ planTitle, taskId }: AssignmentFacts): Notice => ({
  type: 'TASK_STOOD_IN',
  subject: { type: 'inspection-task', id: taskId },
  title: `您接替不能参加的检查人员，参加一项检查（${planTitle}）`,
});

export const tasksCancelled = ({ planTitle, count }: AssignmentFacts): Notice => ({
  type: 'TASKS_CANCELLED',
  subject: null,
  title: `“${planTitle}”的抽取已作废，您的 ${count} 项检查任务随之取消`,
});

export const taskCalledOff = ({ planTitle, taskId }: AssignmentFacts): Notice => ({
  type: 'TASKS_CANCELLED',
  subject: { type: 'inspection-task', id: taskId },
  title: `“${planTitle}”的一项检查因没有人员可派而终止`,
});

/** @param lacksSignature whether another of the team has to sign it before it can be published */
export const inspectionSubmitted = (
  { name }: InstitutionFacts,
  resultId: string,
  lacksSignature: boolean,
): Notice => ({
  type: 'INSPECTION_SUBMITTED',
  subject: { type: 'inspection-result', id: resultId },
  title: lacksSignature
    ? `${name}的检查结果已提交，等检查组另一名成员会签以后，请复核公布`
    : `${name}的检查结果已提交，请复核公布`,
});

/** For the others of the team, who have answered for it as well. */
export const colleagueSubmitted = (
  { name }: InstitutionFacts,
  taskId: string,
  colleague: string,
): Notice => ({
  type: 'COLLEAGUE_SUBMITTED',
  subject: { type: 'inspection-task', id: taskId },
  title: `${colleague}已提交${name}的检查结果，请查看；有不同意见的，请在公布前告诉复核公布人`,
});

/** Without their signature the report counts for nothing. */
export const signatureAwaited = ({ name }: InstitutionFacts, taskId: string, colleague: string): Notice => ({
  type: 'COLLEAGUE_SUBMITTED',
  subject: { type: 'inspection-task', id: taskId },
  title: `${colleague}报告${name}已关闭、迁出或者无法联系，请核实后会签；不属实的，请撤回`,
  awaits: { type: 'INSPECTION_TO_CO_SIGN', matterId: taskId },
});

/** For the others of the team: there is an inspection to be finished again. */
export const reportWithdrawn = ({ name }: InstitutionFacts, taskId: string, colleague: string): Notice => ({
  type: 'REPORT_WITHDRAWN',
  subject: { type: 'inspection-task', id: taskId },
  title: `${colleague}撤回了${name}的检查结果，检查继续进行，请查看理由`,
  awaits: { type: 'INSPECTION_TO_SUBMIT', matterId: taskId },
});

interface Disagreement {
  readonly taskId: string;
  readonly itemTitle: string;
  readonly before: Outcome;
  readonly after: Outcome;
}

/** For whoever had found otherwise; settled when the inspection is handed in. */
export const findingChanged = (
  { name }: InstitutionFacts,
  { taskId, itemTitle, before, after }: Disagreement,
  colleague: string,
): Notice => ({
  type: 'FINDING_CHANGED',
  subject: { type: 'inspection-task', id: taskId },
  title: `${name}“${itemTitle}”：您记录为“${OUTCOME_LABELS[before]}”，${colleague}改记为“${OUTCOME_LABELS[after]}”，请共同核实`,
  awaits: { type: 'INSPECTION_TO_SUBMIT', matterId: taskId },
});

/** For the reviewers, who were told that it came in. */
export const resultWithdrawn = ({ name }: InstitutionFacts, resultId: string): Notice => ({
  type: 'REPORT_WITHDRAWN',
  subject: { type: 'inspection-result', id: resultId },
  title: `检查组撤回了${name}的检查结果，检查继续进行`,
});

export const resultPublished = ({ name, id }: InstitutionFacts, label: string): Notice => ({
  type: 'RESULT_PUBLISHED',
  subject: { type: 'institution', id },
  title: `${name}的检查结果已公布：${label}`,
});

/** Only what a case can rest on is told; the rest is guidance. */
export const findingsToTakeUp = ({ name }: InstitutionFacts, resultId: string): Notice => ({
  type: 'FINDINGS_TO_TAKE_UP',
  subject: { type: 'inspection-result', id: resultId },
  title: `${name}的检查结果已公布，有不符合项尚未立案，请审查是否立案`,
});

export const penaltyNoticed = ({ name }: InstitutionFacts, facts: CaseFacts): Notice => ({
  type: 'PENALTY_NOTICED',
  subject: { type: 'penalty-case', id: facts.id },
  title: `${name}收到行政处罚告知（${facts.caseNumber}）${
    facts.statementUntil === null ? '' : `，可以在${inWords(facts.statementUntil)}前陈述、申辩`
  }`,
});

export const statementMade = ({ name }: InstitutionFacts, { id, caseNumber }: CaseFacts): Notice => ({
  type: 'STATEMENT_MADE',
  subject: { type: 'penalty-case', id },
  title: `${name}已就行政处罚告知作出答复（${caseNumber}），请复核后作出决定`,
});

/** For the party: the official has recorded what it is said to have answered, on paper or by word of mouth. */
export const recordedForParty = (_: InstitutionFacts, { id, caseNumber }: CaseFacts): Notice => ({
  type: 'STATEMENT_RECORDED',
  subject: { type: 'penalty-case', id },
  title: `承办人员代您的机构记入了陈述申辩或者放弃的意见（${caseNumber}），请核对`,
});

export const statementEnded = ({ name }: InstitutionFacts, { id, caseNumber }: CaseFacts): Notice => ({
  type: 'STATEMENT_ENDED',
  subject: { type: 'penalty-case', id },
  title: `${name}的陈述申辩期已满，未提出陈述申辩（${caseNumber}），可以作出决定`,
});

export const penaltyDecided = ({ name }: InstitutionFacts, facts: CaseFacts): Notice => ({
  type: 'PENALTY_DECIDED',
  subject: { type: 'penalty-case', id: facts.id },
  title: `对${name}的行政处罚决定已作出（${facts.decisionNumber ?? facts.caseNumber}）`,
});

export const caseDismissed = ({ name }: InstitutionFacts, facts: CaseFacts): Notice => ({
  type: 'CASE_DISMISSED',
  subject: { type: 'penalty-case', id: facts.id },
  title: `对${name}决定不予行政处罚（${facts.caseNumber}）`,
});

/** For the reviewers, who published what the case rested on: one officer alone has ended it. */
export const caseEnded = ({ name }: InstitutionFacts, { id, caseNumber }: CaseFacts): Notice => ({
  type: 'CASE_DISMISSED',
  subject: { type: 'penalty-case', id },
  title: `案件承办人对${name}决定不予行政处罚（${caseNumber}），请查看理由`,
});

export const gradeChanged = ({ name, id }: InstitutionFacts, from: Grade, to: Grade): Notice => ({
  type: 'GRADE_CHANGED',
  subject: { type: 'institution', id },
  title: `${name}的信用等级由 ${from} 级变为 ${to} 级`,
});

/** @param left working days until the last day; negative when it has passed */
export const termReminder = (item: WorkItem, left: number): Notice => ({
  type: left < 0 ? 'TERM_OVERDUE' : 'TERM_NEAR',
  subject: { type: item.subjectType, id: item.subjectId },
  title: `${WORK_ITEM_LABELS[item.type]}：${item.title}，${leftInWords(item, left)}`,
  awaits: { type: item.type, matterId: item.subjectId },
});

/** A term that the law counts in days is told by its last day: in working days it would be another number than its page says. */
function leftInWords({ type, dueOn }: WorkItem, left: number): string {
  if (COUNTED_IN_DAYS.has(type) && dueOn !== null)
    return left < 0 ? `已于${inWords(dueOn)}到期` : `最迟${inWords(dueOn)}`;
  return left < 0 ? `已超期 ${-left} 个工作日` : `还有 ${left} 个工作日`;
}

/** For the administrator, who learns that something is late and of what sort, not what it is about. */
export const overdueInDistrict = ({ type, subjectId }: WorkItem, district: string): Notice => ({
  type: 'TERM_OVERDUE',
  subject: null,
  title: `${district}有 1 项“${WORK_ITEM_LABELS[type]}”已超期，请督促办理`,
  awaits: { type, matterId: subjectId },
});

/** 2026-11-27 as officials write it: 2026年11月27日. */
export function inWords(date: PlainDate): string {
  const [year, month, day] = date.split('-').map(Number);
  return `${year}年${month}月${day}日`;
}
