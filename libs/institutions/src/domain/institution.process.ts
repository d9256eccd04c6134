import {
  FILING_OF_STATUS_ACTION,
  STATE_LABELS,
  SYSTEM_ONLY,
  wantsLicenceInForce,
  type FilingType,
  type InstitutionStatus,
  type StatusAction,
} from '@zhaoguan/contracts';
import { defineProcess, type ActionOf } from '@zhaoguan/kernel';
import { isLicensable, type Institution } from './institution';

/**
 * Whether an institution takes people in (机构状态). Each step follows from an accepted filing, on the day that it names, or from a
 * decision of the authority: 注销 closes, and what annuls that decision brings back the state that it had ended.
 * @law 老年人权益保障法第四十六条; 托育机构管理规范（试行）（国卫人口发〔2019〕58号）第七条
 */
export const institutionProcess = defineProcess({
  name: 'institution',
  states: ['OPERATING', 'SUSPENDED', 'CLOSED'] satisfies InstitutionStatus[],
  initial: 'OPERATING',
  terminal: [],
  actions: {
    suspend: { from: ['OPERATING'], to: 'SUSPENDED', permission: SYSTEM_ONLY, label: '暂停服务' },
    // The state stays; what moves is the day on which the service is expected to go on.
    prolong: { from: ['SUSPENDED'], to: 'SUSPENDED', permission: SYSTEM_ONLY, label: '延长暂停服务' },
    resume: { from: ['SUSPENDED'], to: 'OPERATING', permission: SYSTEM_ONLY, label: '恢复服务' },
    close: { from: ['OPERATING', 'SUSPENDED'], to: 'CLOSED', permission: SYSTEM_ONLY, label: '终止服务' },
    reinstate: { from: ['CLOSED'], to: 'OPERATING', permission: SYSTEM_ONLY, label: '恢复登记' },
    reinstateSuspended: {
      from: ['CLOSED'],
      to: 'SUSPENDED',
      permission: SYSTEM_ONLY,
      label: '恢复登记（暂停服务）',
    },
  },
});

export type InstitutionAction = ActionOf<typeof institutionProcess>;

const STATUS_ACTIONS = Object.keys(FILING_OF_STATUS_ACTION) as StatusAction[];

/**
 * What its operator can file for an institution now: a change as long as it is not closed, and each step that its state admits
 * while no other one is decided and waits for its day; once the law asks for a licence, that as well, and its renewal. Where the authority has ended the filing, nothing but a first one.
 * @param mayApply whether the law asks for a licence today, and an application for it, or for the next one, could be handed in
 * @param isExpired whether its licence has expired: nothing of it is changed, and no service taken up again, before there is another
 */
export function openFilings(
  institution: Pick<Institution, 'status' | 'filingEndedAs' | 'regime' | 'validUntil'>,
  isStepPending: boolean,
  mayApply: boolean,
  isExpired: boolean,
): FilingType[] {
  const { status, filingEndedAs } = institution;
  if (status === 'CLOSED' || filingEndedAs !== null) return [];
  const steps = STATUS_ACTIONS.filter((action) => mayStep(status, action));
  const licence: FilingType[] = mayApply && isLicensable(institution) ? ['INITIAL'] : [];
  const about: FilingType[] = [
    'CHANGE',
    ...(isStepPending ? [] : steps.map((action) => FILING_OF_STATUS_ACTION[action])),
  ];
  return [...licence, ...about.filter((type) => !isExpired || !wantsLicenceInForce(type))];
}

/**
 * Whether what is decided and waits for its day falls with a licence that takes the place of what was filed: an end that was told of that
 * filing says nothing of the licence, of which nobody has told it. Of a licence that goes on (延续) it was told, and holds.
 */
export const fallsWithLicence = (
  { regime }: Pick<Institution, 'regime'>,
  { action }: { readonly action: InstitutionAction },
): boolean => regime === 'FILING' && action === 'close';

/** Whether the table of transitions admits the step. */
export function mayStep(status: InstitutionStatus, action: InstitutionAction): boolean {
  return institutionProcess.actions[action].from.some((state) => state === status);
}

export const INSTITUTION_STATE_LABELS = STATE_LABELS.institution;
