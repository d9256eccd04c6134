declare module '*.css';

/** kernel/rng.ts, which the console never runs, imports it. */
declare module 'node:crypto' {
  export function randomBytes(size: number): Uint8Array;
}
