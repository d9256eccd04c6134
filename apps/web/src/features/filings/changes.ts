import type { Schemas } from '@zhaoguan/api-client';
import { useFilingChanges, type Filing } from './queries';

export type Changes = Schemas['FilingChangesDto'];
export type ChangedField = Changes['fields'][number];
export type ChangedMaterial = Changes['materials'][number];

/** Once it is decided nobody compares any more; the history tells what was returned. */
export function isCompared({ status, round }: Pick<Filing, 'status' | 'round'>): boolean {
  return status === 'RETURNED' || (status === 'SUBMITTED' && round > 1);
}

/** What is new since an earlier submission, while somebody compares; undefined until it is known. */
export function useChangesShown(filing: Filing): Changes | undefined {
  const { data, isError } = useFilingChanges(filing);
  if (!isCompared(filing) || isError) return NOTHING;
  return data;
}
const NOTHING: Changes = {
  since: null,
  fields: [],
  materials: [],
  takeover: null,
  remarks: [],
  openToRemarks: null,
};

export const MATERIAL_CHANGES: Readonly<Record<ChangedMaterial['change'], string>> = {
  ADDED: '新上传',
  REPLACED: '换了一份文件',
  REMOVED: '不再需要这项材料',
};

/** Of a masked number both may read the same: then only what is hidden has changed. */
export function readsTheSame({ old, new: fresh }: ChangedField): boolean {
  return old === fresh;
}
