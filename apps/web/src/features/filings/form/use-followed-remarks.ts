import { useFilingChanges, type Filing, type FilingForm, type FollowedRemark } from '../queries';
import { outdatedForms } from '../outdated-forms';
import { placeOf } from '../remark-list';

/** The remarks of the return, and whether what they speak of is still as it was handed in. */
export interface Followed {
  readonly remarks: readonly FollowedRemark[];
  /** Whether the server has compared what stands there now; until then nothing counts as changed. */
  readonly compared: boolean;
  /** Names of the signed forms (备案申请书) that are still those of before, although what they say was changed since. */
  readonly outdatedForms: readonly string[];
}

export function useFollowedRemarks(filing: Filing, form: FilingForm): Followed {
  const { data, isPlaceholderData } = useFilingChanges(filing);
  if (filing.status !== 'RETURNED') return { remarks: [], compared: false, outdatedForms: [] };
  if (data) {
    return {
      remarks: data.remarks,
      compared: !isPlaceholderData,
      outdatedForms: outdatedForms(filing, data),
    };
  }
  const remarks = filing.remarks.map((remark) => ({
    ...remark,
    place: placeOf(filing, form, remark.pointer),
    touched: false,
  }));
  return { remarks, compared: false, outdatedForms: [] };
}
