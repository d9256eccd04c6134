/** Injection tokens of what every process provides once. */
export const CONFIG = Symbol('CONFIG');
export const SECRETS = Symbol('SECRETS');
export const CLOCK = Symbol('CLOCK');
export const RNG = Symbol('RNG');
/** Signs printed papers: `DocumentSigner`. */
export const DOCUMENT_SIGNER = Symbol('DOCUMENT_SIGNER');
/** TypeORM DataSource under the role `zhaoguan_app`: row-level security applies. */
export const APP_DATABASE = Symbol('APP_DATABASE');
/**
 * A few connections for reference data only. A transaction that asks for reference data holds one of APP_DATABASE already;
 * taking a second one there, as many transactions as it has connections would wait for each other.
 */
export const REFERENCE_DATABASE = Symbol('REFERENCE_DATABASE');
/** TypeORM DataSource under the role `zhaoguan_public`: published views only. */
export const PUBLIC_DATABASE = Symbol('PUBLIC_DATABASE');
export const LOGGER = Symbol('LOGGER');
