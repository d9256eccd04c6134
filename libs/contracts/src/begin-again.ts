/** Whether a case ended without what was asked for, so that the same may be filed again (重新填报); of 不予受理 there is nothing to ask for. */
export const mayBeginAgain = ({ status }: { readonly status: string }): boolean => ENDED.has(status);

const ENDED: ReadonlySet<string> = new Set(['REFUSED', 'LAPSED', 'WITHDRAWN']);
