declare const brand: unique symbol;

/**
 * A nominal type: `Brand<string, 'Uscc'>` is a string that has passed the check of its kind. The brand exists for the
 * compiler only; at run time the value is the plain `T`.
 */
export type Brand<T, N extends string> = T & { readonly [brand]: N };
