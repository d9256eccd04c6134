const LETTERS = /\p{L}/gu;
const SIGNS = /[\p{L}\p{N}]/gu;
const LEAST = 2;

/** Whether a reason is one: a letter or a row of marks (x, ……, ??) tells nobody why. */
export const saysSomething = (text: string): boolean => (text.match(LETTERS) ?? []).length >= LEAST;

/** Whether the number of a paper is one: it has figures, letters or Chinese characters. */
export const isSomeNumber = (text: string): boolean => (text.match(SIGNS) ?? []).length >= LEAST;

/** Whether what was found is said: a number does, as of beds; a mark does not. */
export const saysWhat = (text: string): boolean => (text.match(SIGNS) ?? []).length > 0;
