import type { PenaltyCase } from './queries';

/** What every form of an act is given. */
export interface ActFormProps {
  readonly subject: PenaltyCase;
  /** After the act, or when it is put off. */
  readonly onDone: () => void;
  /** Somebody else has acted meanwhile: the case is to be read and looked at again. */
  readonly onOutdated: () => void;
}
