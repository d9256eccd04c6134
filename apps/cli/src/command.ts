/** A command of the command line: answers the exit code. */
export type Command = (args: readonly string[], io: CommandIo) => Promise<number>;

export interface CommandIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** A mistake of the person at the terminal, told without a stack. */
export class UsageError extends Error {
  readonly exitCode: number;

  constructor(message: string, options: ErrorOptions & { readonly exitCode?: number } = {}) {
    super(message, options);
    this.exitCode = options.exitCode ?? 2;
  }
}
