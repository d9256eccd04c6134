/** A setting that cannot be used; the message names the variable and is all that the person at the terminal sees. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}
