import type { MigrationInterface, QueryRunner } from 'typeorm';

/** People name a scan by whose it is: an identity number or a telephone stood in every answer that names the file (个人信息保护法第二十八条). */
export class NamesOfFiles1764920000020 implements MigrationInterface {
  name = 'NamesOfFiles1764920000020';

  async up(db: QueryRunner): Promise<void> {
    await db.query('alter table platform.stored_file disable trigger stored_file_append_only');
    for (const [table, column] of NAMES) {
      await db.query(`
        update ${table} set ${column} = ${masked(column)}
         where ${column} ~ '[0-9]{11}' and ${column} <> ${masked(column)}`);
    }
    await db.query('alter table platform.stored_file enable trigger stored_file_append_only');
  }

  /** What was masked is not known any more, and stays so. */
  async down(): Promise<void> {}
}

const NAMES = [
  ['platform.stored_file', 'name'],
  ['institutions.directory_import', 'file_name'],
  ['institutions.import_run', 'file_name'],
] as const;

/** As the system itself names new files, of the numbers that are written in one. */
const masked = (column: string): string => `
  regexp_replace(regexp_replace(${column},
    '(?<![0-9])([0-9]{6})(?:18|19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])([0-9]{3}[0-9Xx])(?![0-9A-Za-z])',
    '\\1＊＊＊＊＊＊＊＊\\2', 'g'),
    '(?<![0-9])(1[3-9][0-9])[0-9]{4}([0-9]{4})(?![0-9])', '\\1＊＊＊＊\\2', 'g')`;
