import type { FilingType, FormDefinition, Kind } from '@zhaoguan/contracts';
import { addDays, plainDate } from '@zhaoguan/kernel';
import { validateForm } from '../src';
import { CONTEXT, FORMS } from './forms.builder';

/** Days in advance and years at most. */
export const TERMS = { SERVICE_STOP_NOTICE: 60, SUSPENSION_MAXIMUM: 3 };
export const TOLD = plainDate('2026-11-01');
/** A notice that leaves nothing open. */
export const NOTICE = {
  startsOn: addDays(TOLD, 60),
  endsOn: '2027-06-01',
  reason: '示例·房屋装修',
  notifiedOn: TOLD,
  residents: 3,
  placements: [
    { destination: 'OTHER_INSTITUTION', people: 2, name: '示例·长安颐养院' },
    { destination: 'HOME', people: 1 },
  ],
  refundFen: 1_250_000,
};

/** The newest form of a notice. */
export function noticeFormOf(kind: Kind, type: FilingType): FormDefinition {
  const form = FORMS.findLast((each) => each.kind === kind && each.filingType === type);
  if (!form) throw new Error(`no form for ${kind} ${type}`);
  return form;
}

/** Place and code of each fault in a notice of a 养老机构. */
export const faultsOf = (type: FilingType, notice: object, terms: Record<string, number> = TERMS) =>
  validateForm(noticeFormOf('ELDERLY_CARE', type), { institution: { notice } }, { ...CONTEXT, terms }).map(
    ({ pointer, code }) => `${pointer.replace('/institution/notice/', '')} ${code}`,
  );
