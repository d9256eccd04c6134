import { homesLeftInWords, licencesWithoutHomes, type RegimeRow } from '@zhaoguan/contracts';

/** Whatever asks the database: a data source, or a client of `pg`. */
interface Asks {
  query(sql: string): Promise<unknown>;
}

/** What is lawful in the list of regimes and perhaps not meant: it is told, and hinders nothing. */
export async function regimeWarnings(database: Asks): Promise<string[]> {
  const answer = await database.query(
    `select data from reference.entry where list = 'regimes' and not withdrawn order by position`,
  );
  const rows = (Array.isArray(answer) ? answer : (answer as { rows: unknown }).rows) as readonly {
    readonly data: RegimeRow;
  }[];
  return licencesWithoutHomes(rows.map(({ data }) => data)).map(homesLeftInWords);
}
