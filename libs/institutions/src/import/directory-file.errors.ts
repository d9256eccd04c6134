/** Why a directory file as a whole cannot be read. */
export type DirectoryFileFault =
  | 'NOT_FOUND'
  | 'TOO_LARGE'
  | 'WRONG_TYPE'
  | 'EXTENSION_MISMATCH'
  | 'DAMAGED'
  | 'ENCRYPTED'
  | 'SUSPICIOUS'
  | 'ENCODING'
  | 'EMPTY'
  | 'IN_USE';

/** The file cannot be read, or must not be. `message` is Chinese and says what to do. */
export class DirectoryFileError extends Error {
  constructor(
    readonly code: DirectoryFileFault,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DirectoryFileError';
  }
}

/** How much a file may hold before it is taken for an attack or a mistake. */
export interface DirectoryFileLimits {
  readonly maxFileBytes: number;
  /** Bytes that all parts of an .xlsx that are read may unpack to, together. */
  readonly maxInflatedBytes: number;
  /** The same as a multiple of the file's size, so that a small file cannot keep a worker busy for minutes. */
  readonly maxInflationRatio: number;
  readonly maxZipEntries: number;
  /** Bytes of all distinct texts of an .xlsx (共享字符串), which have to be kept in memory. */
  readonly maxSharedStringBytes: number;
  readonly maxRows: number;
  /** Cells of a row that are kept; a row's `width` still tells how many it has. */
  readonly maxColumns: number;
  /** Characters of one cell; 32,767 is Excel's own limit. */
  readonly maxCellLength: number;
}

export const DEFAULT_DIRECTORY_LIMITS: DirectoryFileLimits = {
  maxFileBytes: 512 * 1024 * 1024,
  maxInflatedBytes: 4 * 1024 * 1024 * 1024,
  maxInflationRatio: 200,
  maxZipEntries: 2_000,
  maxSharedStringBytes: 512 * 1024 * 1024,
  maxRows: 1_048_576,
  maxColumns: 256,
  maxCellLength: 32_767,
};
