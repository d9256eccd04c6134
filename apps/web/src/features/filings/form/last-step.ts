/** The step of a filing's form that was open last in this browser: who comes back goes on where they stopped. */
export class LastStep {
  private readonly key: string;

  constructor(
    filingId: string,
    private readonly storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'> = localStorage,
  ) {
    this.key = `filing-step:${filingId}`;
  }

  /** Undefined when the form has no such step any more. */
  among(steps: readonly string[]): string | undefined {
    return steps.find((step) => step === this.storage.getItem(this.key));
  }

  note(step: string): void {
    this.storage.setItem(this.key, step);
  }

  /** Once it is handed in: after a return the first remark is where to begin. */
  forget(): void {
    this.storage.removeItem(this.key);
  }
}
