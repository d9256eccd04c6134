import {
  LEAD_DEPARTMENT,
  LEAD_DEPARTMENT_NAMES,
  namesPlace,
  placeOfAuthority,
  caseWords,
  refuse,
  type Caller,
  type FilingType,
  type Kind,
  type Permission,
  type Prolonged,
  type Regime,
  type TakeoverClaim,
} from '@zhaoguan/contracts';
import { DomainError, type FieldError, type PlainDate } from '@zhaoguan/kernel';
import type { Application } from './application';
import { filingProcess, isActUnder, type FilingAction, type FilingStatus } from './filing.process';
import { asksForLicence } from './filing-types';

/** The licence that an application asks to go on (延续); settled when it is first handed in, and until then what would be. */
export interface Renewal {
  readonly institutionId: string;
  /** Last day of the licence. */
  readonly until: PlainDate;
  /** Asked for as many days before it as the law wants. */
  readonly inTime: boolean;
}

/** A filing (登记备案件), from draft to receipt. */
export interface Filing {
  readonly id: string;
  readonly type: FilingType;
  readonly kind: Kind;
  readonly status: FilingStatus;
  /** Under which law it is handled; of a first one settled when it is first handed in, of any other that of what it is about. */
  readonly regime: Regime;
  /** By which law it is licensed, as its papers cite it; null for a filing. */
  readonly licenceLaw: string | null;
  /** The city or the province whose authority takes it, settled when it is first handed in; null: that of the place. */
  readonly authority: string | null;
  readonly application: Application;
  /** Of a change filing (变更备案): what the register held when it was drafted, or last handed in; null for any other. */
  readonly base: Application | null;
  /** Of a suspension of what is suspended already (延长暂停): what it prolongs, as it was begun; null for any other. */
  readonly prolongs: Prolonged | null;
  /** Version of the form (备案表单) in force when it was drafted. */
  readonly formVersion: number;
  /** Person who files (机构经办人). */
  readonly applicantId: string;
  /** Official who entered it at the window for the applicant (代办人); null where the applicant did it alone. */
  readonly enteredBy: string | null;
  /** Official who had been shown the password of the applicant's account when it was drafted; null where nobody had. */
  readonly accountGivenBy: string | null;
  /** When that assistance was ended. */
  readonly assistanceEndedAt: Date | null;
  /** Who did: the applicant, or the official; null while it stands, and of what ended before that was kept. */
  readonly assistanceEndedBy: string | null;
  /** Officials who gave the opinion of another department on it. */
  readonly advisedBy: readonly string[];
  /** How often it has been handed in; the last submission has this number. */
  readonly round: number;
  /** Last day of the authority's term; null while nothing is for the authority to do. */
  readonly dueOn: PlainDate | null;
  /** While a term that was extended runs: its last day before that. */
  readonly extendedFrom: PlainDate | null;
  /** Of an application for a licence that was handed in: last day for saying whether it is taken in (受理). */
  readonly admitBy: PlainDate | null;
  /** Day on which that was said, or on which it turned out that nobody had. */
  readonly admittedOn: PlainDate | null;
  /** What must be proved of it because of what stands in the register: kept with what was handed in, and until then what would be. */
  readonly claims: readonly TakeoverClaim[];
  /** Of an application that asks for a licence to go on: which one; null for any other. */
  readonly renewal: Renewal | null;
  /** The applicant's filed institution that a first application for a licence is about, settled when it is handed in; null for any other. */
  readonly licenses: string | null;
  /** While it is returned: last day for handing it in again. */
  readonly correctBy: PlainDate | null;
  readonly submittedAt: Date | null;
  readonly filingNumber: string | null;
  readonly filedOn: PlainDate | null;
  /** Last day of the licence that it gave; null for a filing, and where the law sets none. */
  readonly validUntil: PlainDate | null;
  readonly institutionId: string | null;
  readonly createdAt: Date;
  readonly updatedAt: Date;
  readonly version: number;
}

/** Whether it is handed in for the first time, and is about nothing that has been filed or licensed before. */
export const beginsAnew = ({
  type,
  round,
  renewal,
  licenses,
}: Pick<Filing, 'type' | 'round' | 'renewal' | 'licenses'>): boolean =>
  type === 'INITIAL' && round === 0 && renewal === null && licenses === null;

export function isApplicant(filing: Filing, caller: Caller): boolean {
  return filing.applicantId === caller.id;
}

/** Whether an official entered it at the window, and the applicant has not ended that since; left out: the applicant did it alone. */
export const isAssisted = ({
  enteredBy = null,
  assistanceEndedAt = null,
}: Partial<Pick<Filing, 'enteredBy' | 'assistanceEndedAt'>>): boolean =>
  enteredBy !== null && assistanceEndedAt === null;

/** Whether the official who entered it is still there for the applicant. */
const isAtWindow = (filing: Filing, caller: Caller): boolean =>
  filing.enteredBy === caller.id &&
  filing.assistanceEndedAt === null &&
  caller.permissions.has('filing.assist') &&
  isOfOffice(filing, caller);

/** Whether the official who entered it may still act for the applicant: until it is handed in, or while it is returned. */
export const isAssisting = (filing: Filing, caller: Caller): boolean =>
  isEditable(filing) && isAtWindow(filing, caller);

/**
 * Taking back what was handed in is asked for at the window as well, also while it lies with the authority: who has no computer could not
 * do it at all.
 * @throws what requireRight throws
 */
export function requireWithdrawal(filing: Filing, caller: Caller): void {
  if (!isAtWindow(filing, caller)) requireRight(filing, caller, 'filing.file');
}

/** Who works on what is not handed in: the applicant, and who assists them. They see the working copy. */
export const worksOn = (filing: Filing, caller: Caller): boolean =>
  isApplicant(filing, caller) || isAssisting(filing, caller);

/** Whose the materials are to open: they bear names, identity and telephone numbers in clear, as `filing.reveal` shows them. */
export const opensMaterials = (filing: Filing, caller: Caller): boolean =>
  worksOn(filing, caller) || rightsOver(filing, caller).has('filing.reveal');

/** Whose the photos of a visit and the papers of the applicant beside it are: also theirs who go. */
export const opensVisitFiles = (filing: Filing, caller: Caller): boolean =>
  opensMaterials(filing, caller) || rightsOver(filing, caller).has('filing.verify');

/** The applicant may end the assistance as long as the filing is not decided. */
export const mayEndAssistance = (filing: Filing, caller: Caller): boolean =>
  isApplicant(filing, caller) && isAssisted(filing) && (isEditable(filing) || filing.status === 'SUBMITTED');

/**
 * What nobody does with a filing that they have handed in or entered themselves, or on which they gave the opinion of another department,
 * also after their roles have changed: to decide it, and to ask other departments or do without their answer, on which the decision
 * waits. Nor do they verify it on the spot, where what they handed in or entered themselves is held against what is there; who gave an
 * opinion may.
 * @law 公务员法第七十六条（回避）
 */
const CONDUCT: ReadonlySet<Permission> = new Set([
  'filing.consult',
  'filing.return',
  'filing.refuse',
  'filing.accept',
  'filing.admit',
  'filing.ask-extension',
  'filing.extend',
]);
const isOwnWork = (filing: Filing, caller: Caller, permission: Permission): boolean =>
  CONDUCT.has(permission)
    ? !mayConduct(filing, caller.id)
    : permission === 'filing.verify' && isMadeBy(filing, caller.id);

/** By whose hands a filing may have come about. */
export type Makers = Pick<Filing, 'applicantId' | 'enteredBy' | 'accountGivenBy'>;

/** What says who of an authority may conduct a filing, without anything personal of it. */
export type Conducted = Makers &
  Pick<Filing, 'kind' | 'authority' | 'advisedBy'> & {
    readonly application: Pick<Application, 'district' | 'township'>;
  };

/**
 * Whether the filing is this person's own: as its applicant, entered for them at the window, or by an account to which this person gave
 * the password, and so could have signed in.
 */
export const isMadeBy = ({ applicantId, enteredBy, accountGivenBy }: Makers, personId: string): boolean =>
  [applicantId, enteredBy, accountGivenBy].includes(personId);

/** Whether this person gave the opinion of another department on it (协同意见): who is asked is another than who asks and decides. */
export const hasAdvised = ({ advisedBy }: Pick<Filing, 'advisedBy'>, personId: string): boolean =>
  advisedBy.includes(personId);

/** Whether what this person did in it before leaves them free to conduct it. */
export const mayConduct = (filing: Makers & Pick<Filing, 'advisedBy'>, personId: string): boolean =>
  !isMadeBy(filing, personId) && !hasAdvised(filing, personId);

/**
 * Whether this is an official of the authority that has the filing, by department and by level: the law names the county, the city or
 * the province that takes it, and none above decides in its name. Who holds a township of the place is asked before an act.
 * @law 养老机构管理办法（民政部令第66号）: 县级人民政府民政部门、登记管理机关同级的人民政府民政部门；托育机构登记和备案办法（试行）: 县级卫生健康部门
 */
export function isOfOffice(
  { kind, application: { district, township }, authority }: Filing,
  { departments, districts }: Caller,
): boolean {
  const place = placeOfAuthority({ district, township, authority });
  return departments.includes(LEAD_DEPARTMENT[kind]) && namesPlace(districts, place);
}

/**
 * The rights this person has over this filing: the applicant's over their own, an official's over those of the department that takes this
 * kind in the place of the authority that has it, and, of who assists the applicant at the window, the applicant's. The jurisdiction is
 * checked before: a filing elsewhere is not even found. The department above reads what those below it have, and the one of the place
 * what the city or the province has taken.
 */
export function rightsOver(filing: Filing, caller: Caller): ReadonlySet<Permission> {
  const own = isApplicant(filing, caller);
  const inCharge = caller.departments.includes(LEAD_DEPARTMENT[filing.kind]);
  const rights = [...caller.permissions].filter((permission) => {
    if (permission === 'filing.file') return own;
    if (permission === 'filing.read') return own || inCharge;
    return isOfOffice(filing, caller) && !isOwnWork(filing, caller, permission);
  });
  return new Set(isAssisting(filing, caller) ? [...rights, 'filing.file'] : rights);
}

/**
 * @throws WRONG_DEPARTMENT for an official of another department, WRONG_DISTRICT for one of another level than the authority that has it,
 *   ENTERED_BY_YOURSELF for the conduct and the verification of who filed or entered it, ADVISED_BY_YOURSELF for the
 *   conduct of who gave the opinion of another department, ASSISTANCE_ENDED for who assisted the applicant until that was ended, FORBIDDEN
 *   for anybody else without the right
 */
export function requireRight(filing: Filing, caller: Caller, permission: Permission): void {
  if (rightsOver(filing, caller).has(permission)) return;
  if (isOwnWork(filing, caller, permission))
    throw refuse(isMadeBy(filing, caller.id) ? 'ENTERED_BY_YOURSELF' : 'ADVISED_BY_YOURSELF');
  if (caller.permissions.has(permission) && permission !== 'filing.file') {
    if (caller.departments.includes(LEAD_DEPARTMENT[filing.kind])) throw refuse('WRONG_DISTRICT');
    throw refuse('WRONG_DEPARTMENT', { department: LEAD_DEPARTMENT_NAMES[filing.kind] });
  }
  const assisted = filing.enteredBy === caller.id && filing.assistanceEndedAt !== null;
  throw refuse(permission === 'filing.file' && assisted ? 'ASSISTANCE_ENDED' : 'FORBIDDEN');
}

/** What this person may do with the filing now. A term is extended by approving that it be: that stands with what was asked for. */
export function availableActions(filing: Filing, caller: Caller): FilingAction[] {
  const rights = rightsOver(filing, caller);
  // What lies with the authority leaves the applicant one act: to take it back.
  const withWindow = isAtWindow(filing, caller) ? new Set<Permission>([...rights, 'filing.file']) : rights;
  return filingProcess
    .availableActions(filing.status, withWindow)
    .filter((action) => action !== 'extend' && (action !== 'abandon' || isApplicant(filing, caller)));
}

export function isEditable({ status }: Filing): boolean {
  return filingProcess.actions.submit.from.some((state) => state === status);
}

/** @throws INVALID_TRANSITION once it lies with the authority or is decided */
export function requireEditable(filing: Filing): void {
  if (!isEditable(filing)) throw notNow(filing, 'edit');
}

/** Performs an act. @throws INVALID_TRANSITION, which names what its law lets be done of it instead; REASON_REQUIRED */
export function applyAct(
  filing: Pick<Filing, 'status' | 'regime' | 'type'>,
  action: FilingAction,
  reason?: string,
) {
  const { from } = filingProcess.actions[action];
  if (!from.some((state: FilingStatus) => state === filing.status)) throw notNow(filing, action);
  return filingProcess.apply(filing.status, action, undefined, reason === undefined ? {} : { reason });
}

/**
 * In the words of the case (已登记, not 已备案). A notice under a licence is received as a filing is: nobody takes it in or extends its
 * term, and it has none of those acts.
 */
function notNow(
  filing: Pick<Filing, 'status' | 'regime' | 'type'>,
  action: FilingAction | 'edit',
): DomainError {
  const { status } = filing;
  const regime = asksForLicence(filing) ? 'LICENCE' : 'FILING';
  const { actionNames, actions } = filingProcess;
  const { process } = caseWords(filing);
  const allowed = actionNames.filter(
    (each) => actions[each].from.some((state: FilingStatus) => state === status) && isActUnder(regime, each),
  );
  return new DomainError('INVALID_TRANSITION', { process, action, from: status, allowed });
}

/**
 * A filing that was returned lies with the authority of its district: it cannot wander to another.
 * @returns the fault, if any
 */
export function districtFault(filing: Filing, changed: Application): FieldError | null {
  if (filing.status !== 'RETURNED' || changed.district === filing.application.district) return null;
  const { matter } = caseWords(filing);
  return {
    pointer: '/institution/district',
    code: 'DISTRICT_FIXED',
    message: `已提交的${matter}不能改变所属区县，请另行提交${matter}`,
  };
}
