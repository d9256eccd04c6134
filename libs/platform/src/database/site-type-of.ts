/**
 * SQL: the kind of site (`HOME`: 家庭托育点) of the institution with this id, as the register has it today. By the published
 * view, and not the table: who is sent to another county, and the public, are told it too.
 */
export const siteTypeOf = (institutionId: string): string =>
  `(select s.site_type from institutions.site_type_public s where s.id = ${institutionId})`;
