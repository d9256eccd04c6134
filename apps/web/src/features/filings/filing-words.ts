import {
  caseWords,
  matterInWords,
  REGIME_WORDS,
  REMOVAL_WORDS,
  siteInWords,
  type Regime,
} from '@zhaoguan/contracts';
import { dayInWords, instantInWords } from '../../shared/ui/dates';
import { isNotice, nextOfNotice } from './notice-words';
import { nextSince } from './next-since';
import type { Filing, FilingLine } from './queries';

/** `养老机构首次备案`, `托育机构许可申请`, `托育机构延续许可`, `家庭托育点变更备案`. */
export function filingInWords(
  filing: Pick<FilingLine, 'kind' | 'type' | 'regime'> & Pick<FilingLine | Filing, 'renewal'>,
  siteType: string | null | undefined,
): string {
  return `${siteInWords({ kind: filing.kind, siteType: siteType ?? null })}${matterInWords(filing)}`;
}

/** What else one may do against a refusal, and until when, is told beside it (remediesInWords). */
const REMEDIES = '对这一决定有异议的，可以向办理机关说明情况。';

/** By the state of the case; of a returned one its terms are said besides. */
const NEXT_OF_FILING: Readonly<Record<FilingLine['status'], string>> = {
  DRAFT: '填完后提交。提交以前只有您自己看得到。',
  SUBMITTED: '备案机关正在核对材料。材料齐全的出具备案回执；不齐全的会一次告诉您要补正的全部内容。',
  RETURNED: '请按下面的意见补正后重新提交。',
  LAPSED: '补正期限已过，这次备案视为撤回。仍需备案的，请重新填写。',
  WITHDRAWN: '这次备案已经撤回、办结。仍需备案的，可以随时重新办理。',
  ABANDONED: '草稿已经删除，不能恢复。仍需备案的，请重新填写。',
  DISMISSED: '这次申请没有受理，已经办结。',
  REFUSED: `这次备案没有准予，已经办结。${REMEDIES}条件具备后可以重新办理。`,
  ACCEPTED: '备案已经完成。备案信息变更的，应当及时办理变更备案。',
};
const NEXT_OF_LICENCE: Readonly<Record<FilingLine['status'], string>> = {
  DRAFT: NEXT_OF_FILING.DRAFT,
  SUBMITTED:
    '许可机关正在审查。材料不齐全或者不符合法定形式的，会一次告诉您要补正的全部内容；作出决定后在这里告诉您。',
  RETURNED: NEXT_OF_FILING.RETURNED,
  LAPSED: '补正期限已过，这次申请视为撤回。仍需许可的，请重新申请。',
  WITHDRAWN: '这次申请已经撤回、办结。仍需许可的，可以随时重新申请。',
  ABANDONED: '草稿已经删除，不能恢复。仍需许可的，请重新填写。',
  DISMISSED: '许可机关决定不予受理。理由和申请行政复议、提起行政诉讼的权利见决定书。',
  REFUSED: '许可机关决定不予许可。理由和申请行政复议、提起行政诉讼的权利见决定书；条件具备后可以重新申请。',
  ACCEPTED:
    '已经准予许可，许可证和决定书可以下载。许可事项变更的，应当申请变更；有效期届满需要延续的，提前申请。',
};

const CHANGE_REFUSED =
  '许可机关决定不予变更，现有许可证不受影响，许可事项维持不变。理由和申请行政复议、提起行政诉讼的权利见决定书；条件具备后可以重新申请变更。';

/** Of what asks for a licence to go on, where the words of an application would say something else of the licence that there is. */
const NEXT_OF_RENEWAL: Readonly<Partial<Record<FilingLine['status'], string>>> = {
  LAPSED: '补正期限已过，这次延续申请视为撤回。仍需延续的，请在许可有效期届满前重新申请。',
  WITHDRAWN: '这次延续申请已经撤回、办结。仍需延续的，请在许可有效期届满前重新申请。',
  ABANDONED: '草稿已经删除，不能恢复。仍需延续的，请重新填写。',
  DISMISSED:
    '许可机关决定不予受理延续申请，现有许可证不受影响。理由和申请行政复议、提起行政诉讼的权利见决定书。',
  REFUSED: '许可机关决定不予延续。理由和申请行政复议、提起行政诉讼的权利见决定书；条件具备后可以重新申请。',
  ACCEPTED:
    '已经准予延续，新的许可证和决定书可以下载。许可事项变更的，应当申请变更；有效期届满需要再次延续的，提前申请。',
};

/** Nothing is examined any more, and the certificate is owed. @law 行政许可法第五十条第二款 */
const PRESUMED = '已经视为准予延续，原许可证继续有效。新的许可证换发以后，在这里告诉您。';

/** Of what an institution with a licence tells of its service. */
const NEXT_OF_REGISTRATION: Readonly<Record<Exclude<FilingLine['status'], 'ACCEPTED'>, string>> = {
  DRAFT: NEXT_OF_FILING.DRAFT,
  SUBMITTED: '许可机关正在核对材料。材料齐全的出具登记回执；不齐全的会一次告诉您要补正的全部内容。',
  RETURNED: NEXT_OF_FILING.RETURNED,
  LAPSED: '补正期限已过，这次登记视为撤回。仍需登记的，请重新填写。',
  WITHDRAWN: '这次登记已经撤回、办结。仍需登记的，可以随时重新办理。',
  ABANDONED: '草稿已经删除，不能恢复。仍需登记的，请重新填写。',
  DISMISSED: NEXT_OF_FILING.DISMISSED,
  REFUSED: `这次登记没有准予，已经办结。${REMEDIES}条件具备后可以重新办理。`,
};

/** Whether the case ends in a licence: what stops, goes on or ends is told to the authority, which grants nothing. */
export const asksForLicence = ({ regime, type }: Pick<Filing, 'regime' | 'type'>): boolean =>
  regime === 'LICENCE' && !isNotice(type);

/** Of what was accepted and is in force no more: nothing can be changed of it, and the decision tells the rest. */
function nextOfEnded(regime: Regime, { endedAs }: NonNullable<Filing['ended']>): string {
  const { ends } = REMOVAL_WORDS[regime];
  const told = `${ends[endedAs]}，不能据以办理变更。理由和申请行政复议、提起行政诉讼的权利见决定书，在“注销、撤销”中查看。`;
  if (endedAs === 'CANCELLED') return told;
  return regime === 'FILING'
    ? `${told}继续提供服务的，应当重新办理首次备案。`
    : `${told}不得再以该许可提供服务；条件具备后可以重新申请，决定书写明一定期限内不得再次申请的，期满以后再申请。`;
}

/** Of a renewal whose licence is gone: it is only refused. */
const NEXT_OF_VOID_RENEWAL =
  '许可机关将作出不予许可的决定。符合条件的，可以另行首次申请，不必等待这次申请办结；撤销决定书写明一定期限内不得再次申请的，期满以后再申请。';

/** Of a change or a notice whose institution has ended meanwhile: it is only refused, or taken back. */
const NEXT_OF_ENDED_INSTITUTION =
  '这家机构已终止服务，或者备案、许可已注销、撤销，办理机关将作出不予办理的决定；您也可以撤回。';

const PROLONGING_WITHDRAWN =
  '这次延长暂停已经撤回、办结，预计恢复服务日仍是原来的。不能如期恢复的，可以随时重新办理延长。';

/** What the applicant can expect now (下一步). */
export function nextForApplicant({
  regime,
  type,
  status,
  admission,
  admitBy,
  renewal,
  ended,
  renewalVoid,
  renews = null,
  since = null,
  prolongs = null,
  institutionEnded = null,
}: Pick<
  Filing,
  'regime' | 'type' | 'status' | 'admission' | 'admitBy' | 'renewal' | 'ended' | 'renewalVoid'
> &
  Partial<Pick<Filing, 'renews' | 'since' | 'prolongs' | 'institutionEnded'>>): string {
  if (ended !== null && !isNotice(type)) return nextOfEnded(regime, ended);
  if (renewalVoid) return NEXT_OF_VOID_RENEWAL;
  if (institutionEnded !== null && status === 'SUBMITTED') return NEXT_OF_ENDED_INSTITUTION;
  const later = since && nextSince(since, { type, status });
  if (later !== null) return later;
  if (status === 'WITHDRAWN' && prolongs !== null) return PROLONGING_WITHDRAWN;
  if (isNotice(type)) {
    if (status === 'ACCEPTED') return nextOfNotice({ type, prolongs });
    if (regime === 'LICENCE') return NEXT_OF_REGISTRATION[status];
  }
  if (regime === 'LICENCE' && type === 'CHANGE' && status === 'REFUSED') return CHANGE_REFUSED;
  if (renewal?.state === 'PRESUMED') return PRESUMED;
  if (awaitsAdmission({ status, admission, admitBy })) {
    return `申请已经提交，等待受理。许可机关在 ${admissionTerm({ admitBy })}`;
  }
  if (status === 'SUBMITTED' && admission !== null) {
    return '申请已经受理，许可机关正在审查，作出决定后在这里告诉您。';
  }
  const ofRenewal = renewal === null && renews === null ? undefined : NEXT_OF_RENEWAL[status];
  return ofRenewal ?? (regime === 'LICENCE' ? NEXT_OF_LICENCE : NEXT_OF_FILING)[status];
}

/** What time runs while a filing is returned: the applicant's own, and not the authority's. */
export function returnedTerms({
  correctBy,
  ifSubmittedToday,
  ...about
}: Pick<Filing, 'correctBy' | 'ifSubmittedToday' | 'regime' | 'type' | 'renewal'>): string[] {
  const { matter, authority } = caseWords(about);
  return [
    ...(correctBy === null
      ? []
      : [
          `请最迟在 ${dayInWords(correctBy)}重新提交；过了这一天没有提交的，这次${matter}视为撤回，需要重新填报。`,
        ]),
    ...(ifSubmittedToday === null
      ? []
      : [
          `补正期间${authority}的办理期限不计算；重新提交以后，从下一个工作日起重新计算 ${ifSubmittedToday.workingDays} 个工作日。`,
        ]),
  ];
}

/** Since when a filing is returned, by which authority, and until when it can be handed in again; null for any other. */
export function returnInWords({
  returned,
  correctBy,
}: Pick<Filing, 'returned' | 'correctBy'>): string | null {
  if (returned === null) return null;
  const until = correctBy === null ? '' : `，最迟 ${dayInWords(correctBy)}重新提交`;
  return `${returned.by}退回于 ${instantInWords(returned.at)}${until}`;
}

/** What a return would set the applicant, for who is about to decide on it. */
export function correctionTerm({ ifReturnedToday }: Pick<Filing, 'ifReturnedToday'>): string[] {
  if (ifReturnedToday === null) return [];
  return [
    `今天退回的，申请人最迟 ${dayInWords(ifReturnedToday)}重新提交；过了这一天没有提交的，视为撤回申请。`,
  ];
}

/** What the authority owes after the filing is handed in today, said to the applicant, or to the official who hands it in for them. */
export function answerTerm({
  ifSubmittedToday,
  regime,
  type,
  assistance,
}: Pick<Filing, 'ifSubmittedToday' | 'regime' | 'type' | 'assistance'>): string {
  const { authority, proof } = caseWords({ regime, type });
  const tells = assistance?.acting === true ? '告知申请人' : '告诉您';
  if (asksForLicence({ regime, type })) {
    // Whether it is taken in, and what it lacks, has a term of its own, which is told once it runs (admissionTerm).
    const days =
      ifSubmittedToday === null ? '在规定的工作日内' : `在 ${ifSubmittedToday.workingDays} 个工作日内`;
    return `${authority}在规定的期限内${tells}是否受理，需要补正的一次${tells}全部内容；受理以后${days}作出准予或者不予许可的决定。`;
  }
  const act = `出具${proof}，或者一次${tells}需要补正的全部内容`;
  if (ifSubmittedToday === null) return `${authority}在规定的工作日内${act}。`;
  const { workingDays, dueOn } = ifSubmittedToday;
  return `${authority}在收到材料后 ${workingDays} 个工作日内（今天提交的，最迟 ${dayInWords(dueOn)}）${act}。`;
}

/**
 * Who answers for what is handed in: the applicant, also where an official types it for them, who promises nothing of it themselves.
 * @law 行政许可法第三十一条: 申请人…对其申请材料实质内容的真实性负责
 */
export function whoAnswersForIt({
  authority,
  authorityName,
  regime,
  assistance,
}: Pick<Filing, 'authority' | 'authorityName' | 'regime' | 'assistance'>): string {
  const sent = `提交的内容和材料送到${authority === null ? REGIME_WORDS[regime].authority : authorityName}`;
  return assistance?.acting === true
    ? `${sent}。申请人对它们的真实性、有效性负责，已由申请人签署窗口代办确认书；提供虚假材料的，由申请人承担法律责任。办理结果告知申请人。`
    : `${sent}，您承诺它们真实、有效；提供虚假材料要承担法律责任。`;
}

interface Followed {
  readonly remarks: readonly { readonly place: string; readonly touched: boolean }[];
  /** Whether what stands there now has been compared with what was returned. */
  readonly compared: boolean;
}

/** Before something returned is handed in again: at which remarks nothing was changed. It is allowed, and said. */
export function untouchedWarning({ remarks, compared }: Followed): string[] {
  const untouched = remarks.filter(({ touched }) => !touched);
  if (!compared || untouched.length === 0) return [];
  const places = [...new Set(untouched.map(({ place }) => `“${place}”`))].join('、');
  return [
    `请注意：有 ${untouched.length} 处补正意见所指的内容在退回以后没有改动：${places}。确实不需要改动的可以提交；没有补正的，可能再次被退回。`,
  ];
}

/** Where items were changed and the signed form is still the one of before. It is allowed, and said. */
export function outdatedWarning({ outdatedForms }: { readonly outdatedForms: readonly string[] }): string[] {
  return outdatedForms.map(
    (name) =>
      `请注意：退回以后改动过填报的内容，“${name}”还是原来的文件。内容与网上填报不一致的，请重新打印、签字、盖章后上传。`,
  );
}

/**
 * Whether an application for a licence lies with the authority and is not taken in yet, said or not: nothing is examined before.
 * @law 行政许可法第三十二条
 */
export function awaitsAdmission({
  status,
  admission,
  admitBy,
}: Pick<Filing, 'status' | 'admission' | 'admitBy'>): boolean {
  return status === 'SUBMITTED' && admitBy !== null && admission === null;
}

/** Since when an application for a licence is taken in; null for what is not, and for a filing. */
export function admissionInWords({ admission }: Pick<Filing, 'admission'>): string | null {
  if (admission === null) return null;
  const from = dayInWords(admission.from);
  return admission.tacit ? `逾期没有告知，自收到材料之日（${from}）视为受理` : `受理日期 ${from}`;
}

/** By when the authority says whether it is taken in, and what follows when it does not. */
export function admissionTerm({ admitBy }: Pick<Filing, 'admitBy'>): string {
  return admitBy === null
    ? ''
    : `${dayInWords(admitBy)}前（含当日）告知是否受理、需要补正什么，逾期视为受理。`;
}
