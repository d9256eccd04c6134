/** Whether what a filing of this alias tells was taken back before its day (撤回), as SQL: its acceptance stays, and nothing came of it. */
export const isTakenBack = (filing: string): string =>
  `exists (select from filings.retraction t where t.filing_id = ${filing}.id and t.status = 'GRANTED')`;
