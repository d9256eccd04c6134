import { carryOut } from '../api/carry-out';
import { Decision } from './decision';

/** What an act is called, and what it brings about. */
export interface GraveAct {
  readonly act: string;
  readonly consequences: readonly string[];
}

interface Doing {
  readonly mutateAsync: (nothing: undefined) => Promise<unknown>;
  readonly isPending: boolean;
  readonly error: Error | null;
  readonly reset: () => void;
}

interface GraveDecisionProps<K extends string> {
  /** Which is asked for; null for none. */
  readonly asked: K | null;
  readonly acts: Readonly<Record<K, GraveAct>>;
  readonly doings: Readonly<Record<K, Doing>>;
  /** What stands in the dialog while it closes. */
  readonly otherwise: K;
  readonly onClose: () => void;
}

/** Asks before one of several acts on a record that cannot be taken back in silence, and carries it out. */
export function GraveDecision<K extends string>({
  asked,
  acts,
  doings,
  otherwise,
  onClose,
}: GraveDecisionProps<K>) {
  const { act, consequences } = acts[asked ?? otherwise];
  const doing = doings[asked ?? otherwise];
  return (
    <Decision
      open={asked !== null}
      act={act}
      consequences={consequences}
      grave
      busy={doing.isPending}
      error={doing.error}
      onConfirm={() => carryOut<undefined, unknown>(doing, undefined, onClose)}
      onCancel={() => {
        doing.reset();
        onClose();
      }}
    />
  );
}
