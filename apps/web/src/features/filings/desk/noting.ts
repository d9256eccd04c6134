import type { Remark } from '../queries';

/** What has been noted so far (批注), and how to note more. */
export interface Noting {
  readonly remarks: readonly Remark[];
  readonly note: (pointer: string, message: string) => void;
}
