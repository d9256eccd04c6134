import {
  FILING_OF_STATUS_ACTION,
  isProlonging,
  type FilingType,
  type Regime,
  type StatusAction,
} from '@zhaoguan/contracts';

const NOTICES: ReadonlySet<FilingType> = new Set(Object.values(FILING_OF_STATUS_ACTION));

/** Whether it tells that the service stops, stays stopped, goes on or ends; no first filing, and no change. */
export const isNotice = (type: FilingType): boolean => NOTICES.has(type);

const STATUS_ACTIONS: ReadonlyMap<FilingType, StatusAction> = new Map([
  ['SUSPENSION', 'suspend'],
  ['RESUMPTION', 'resume'],
  ['CLOSURE', 'close'],
]);

/** What an accepted filing does to the state of its institution (机构状态); undefined for the first one and for changes. */
export function statusActionOf(filing: {
  readonly type: FilingType;
  readonly prolongs: object | null;
}): StatusAction | undefined {
  return isProlonging(filing) ? 'prolong' : STATUS_ACTIONS.get(filing.type);
}

/** Whether a filing begins with an institution of the register. */
export function isAboutRegistered(type: FilingType): boolean {
  return type !== 'INITIAL';
}

/** A change is made in the form of the first filing: what changes is what was filed. */
export function formTypeOf(type: FilingType): FilingType {
  return type === 'CHANGE' ? 'INITIAL' : type;
}

/** Whether the case ends in a licence: what stops, goes on or ends is told to the authority, and asks for none. */
export const asksForLicence = ({
  regime,
  type,
}: {
  readonly regime: Regime;
  readonly type: FilingType;
}): boolean => regime === 'LICENCE' && !isNotice(type);
