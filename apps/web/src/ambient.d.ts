declare module '*.css';

/** kernel/rng.ts, which the console never runs, imports it. */
declare module 'node:crypto' {
  export function randomBytes(size: number): Uint8Array;
}

/** The address of a file that the build puts beside the others. */
declare module '*?url' {
  const url: string;
  export default url;
}
