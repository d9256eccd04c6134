/** One field of the input that breaks a rule. */
export interface FieldError {
  /** JSON pointer (RFC 6901) to the field in the request body, such as `/institution/uscc`. */
  readonly pointer: string;
  /** Stable code, `UPPER_SNAKE`. */
  readonly code: string;
  /** Chinese text for people, when the catalogue's text for `code` says too little. */
  readonly message?: string;
}

/**
 * A rule of the domain refused. It knows no HTTP: the error catalogue maps `code` to a status and a Chinese text, so a
 * domain function can be used by a request, a job and a command line alike.
 */
export class DomainError extends Error {
  override readonly name = 'DomainError';

  /**
   * @param code stable, `UPPER_SNAKE`, listed in the error catalogue
   * @param details facts a caller needs to act on the refusal; must be safe to show to the person who asked
   * @param fields each field that is wrong, when the refusal is about input
   */
  constructor(
    readonly code: string,
    readonly details: Readonly<Record<string, unknown>> = {},
    readonly fields: readonly FieldError[] = [],
  ) {
    super(code);
  }
}
