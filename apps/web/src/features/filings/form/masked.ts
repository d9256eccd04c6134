import type { Application } from '../queries';

/** Personal data come masked: shown, never sent back. */
const MASK = '*';

/** What has been filled in, without what is masked: an answer must never overwrite what it hides. */
export function answersOf(institution: Application): Application {
  const { legalRepresentative: head, contact } = institution;
  return {
    ...institution,
    ...(head ? { legalRepresentative: withoutMasked(head) } : {}),
    ...(contact ? { contact: withoutMasked(contact) } : {}),
  };
}

function withoutMasked<T extends object>(part: T): T {
  return Object.fromEntries(
    Object.entries(part).filter(([, value]) => typeof value !== 'string' || !value.includes(MASK)),
  ) as T;
}

/** The masked value at a place, for `已填写（尾号 0019）`; undefined when nothing is hidden there. */
export function maskedAt(value: unknown): string | undefined {
  return typeof value === 'string' && value.includes(MASK) ? value : undefined;
}
