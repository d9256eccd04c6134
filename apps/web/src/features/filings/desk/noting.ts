import type { Remark } from '../queries';

/** What has been noted so far (批注), and how to note more. */
export interface Noting {
  readonly remarks: readonly Remark[];
  readonly note: (pointer: string, message: string) => void;
  /** Whether something may be noted there; a later submission is not gone through from the beginning. */
  readonly mayNote: (pointer: string) => boolean;
  /** Whether that is only at some places. */
  readonly narrowed: boolean;
}
