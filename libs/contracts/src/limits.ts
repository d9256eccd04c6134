/** Longest texts of an institution, characters: the same for a filing and for a directory that is imported. */
export const INSTITUTION_LIMITS = { name: 100, address: 200, personName: 50 } as const;
