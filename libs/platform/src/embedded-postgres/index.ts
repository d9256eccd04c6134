export { EmbeddedPostgresError, type EmbeddedPostgresErrorCode } from './errors';
export { startEmbeddedPostgres, type EmbeddedPostgres, type EmbeddedPostgresOptions } from './launcher';
export type { PrivilegeMode } from './privileges';
export { identify, isSameProcessAlive, type ProcessIdentity } from './processes';
