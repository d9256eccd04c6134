/** Injection tokens of what every process provides once. */
export const CONFIG = Symbol('CONFIG');
export const SECRETS = Symbol('SECRETS');
export const CLOCK = Symbol('CLOCK');
export const RNG = Symbol('RNG');
/** TypeORM DataSource under the role `zhaoguan_app`: row-level security applies. */
export const APP_DATABASE = Symbol('APP_DATABASE');
/** TypeORM DataSource under the role `zhaoguan_public`: published views only. */
export const PUBLIC_DATABASE = Symbol('PUBLIC_DATABASE');
export const LOGGER = Symbol('LOGGER');
