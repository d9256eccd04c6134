/**
 * The step of a filing's form that was open last in this browser: who comes back goes on where they stopped. And which were
 * open at all: a step on which nothing must be filled in is done once somebody has looked at it.
 */
export class LastStep {
  private readonly key: string;
  private readonly openedKey: string;
  private readonly leftKey: string;

  constructor(
    filingId: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
  ) {
    this.key = `filing-step:${filingId}`;
    this.openedKey = `filing-steps-opened:${filingId}`;
    this.leftKey = `filing-steps-left:${filingId}`;
  }

  /** Undefined when the form has no such step any more. */
  among(steps: readonly string[]): string | undefined {
    return steps.find((step) => step === this.storage.getItem(this.key));
  }

  /** @param from the step that is left for it */
  note(step: string, from: string): void {
    this.storage.setItem(this.key, step);
    this.storage.setItem(this.leftKey, [...new Set([...this.left(), from])].join(' '));
    this.storage.setItem(this.openedKey, [...new Set([...this.opened(), step])].join(' '));
  }

  opened(): ReadonlySet<string> {
    return this.stepsAt(this.openedKey);
  }

  /** On which somebody has been and went on from: what is missing there was passed over. */
  left(): ReadonlySet<string> {
    return this.stepsAt(this.leftKey);
  }

  private stepsAt(key: string): ReadonlySet<string> {
    return new Set((this.storage.getItem(key) ?? '').split(' '));
  }

  /** Once it is handed in: after a return the first remark is where to begin. */
  forget(): void {
    this.storage.removeItem(this.key);
    this.storage.removeItem(this.openedKey);
    this.storage.removeItem(this.leftKey);
  }
}
