/** Why the embedded PostgreSQL could not be started or stopped. */
export type EmbeddedPostgresErrorCode =
  | 'DATA_DIRECTORY_IN_USE'
  | 'DATA_DIRECTORY_FOREIGN'
  | 'DATA_DIRECTORY_VERSION'
  | 'BINARIES_MISSING'
  | 'INIT_FAILED'
  | 'START_FAILED'
  | 'STOP_FAILED';

/** Says in Chinese and in English what went wrong: the reader is whoever typed `npm start`. */
export class EmbeddedPostgresError extends Error {
  override readonly name = 'EmbeddedPostgresError';

  constructor(
    readonly code: EmbeddedPostgresErrorCode,
    chinese: string,
    english: string,
  ) {
    super(`${chinese}\n${english}`);
  }
}
