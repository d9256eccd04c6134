import {
  FILING_OF_STATUS_ACTION,
  type FilingType,
  type Regime,
  type StatusAction,
} from '@zhaoguan/contracts';

const STATUS_ACTIONS: ReadonlyMap<FilingType, StatusAction> = new Map(
  Object.entries(FILING_OF_STATUS_ACTION).map(([action, type]) => [type, action as StatusAction]),
);

/** What an accepted filing does to the state of its institution (机构状态); undefined for the first one and for changes. */
export function statusActionOf(type: FilingType): StatusAction | undefined {
  return STATUS_ACTIONS.get(type);
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
}): boolean => regime === 'LICENCE' && statusActionOf(type) === undefined;
