import { Injectable } from '@nestjs/common';
import {
  FileStore,
  plannedStatement,
  runPlannedOnce,
  type MediaType,
  type StoredFile,
  type Tx,
} from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';

/** An uploaded material (备案材料). */
export interface UploadedMaterial {
  readonly id: string;
  readonly code: string;
  readonly version: number;
  readonly fileName: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly sm3: string;
  readonly uploadedAt: Date;
}

const COLUMNS = `m.id, m.code, m.version, f.name as "fileName", f.size::float8 as size, f.media_type as "mediaType",
       f.sm3, m.uploaded_at as "uploadedAt"
  from filings.material m join platform.stored_file f on f.id = m.file_id`;

/** What bears the name of the institution, and what is of its premises; all of it is of one legal person. */
const OF_NAME = ['REGISTRATION_CERTIFICATE', 'COMMITMENT_LETTER'];
const OF_ADDRESS = ['PREMISES_PROOF', 'FIRE_SAFETY_CERTIFICATE', 'HYGIENE_EVALUATION_REPORT', 'FOOD_LICENCE'];

/** A file that was brought along from a case ($2, $3: its name, its address), where this one has come to be about something else since. */
const IS_OF_ANOTHER = `
  select from filings.filing now
    join filings.filing origin on origin.applicant_id = now.applicant_id and origin.id <> now.id
    join filings.material brought on brought.filing_id = origin.id and brought.file_id = m.file_id and brought.id < m.id
   where now.id = m.filing_id
     and (origin.uscc <> now.uscc
       or (m.code = any ($2) and origin.name <> now.name)
       or (m.code = any ($3) and platform.site_key(origin.address) <> platform.site_key(now.address)))`;

const CURRENT = plannedStatement(
  `select distinct on (m.code) ${COLUMNS}
    where m.filing_id = $1 and not exists (${IS_OF_ANOTHER}) order by m.code, m.version desc`,
);

@Injectable()
export class MaterialStore {
  constructor(private readonly files: FileStore) {}

  /** @throws UPLOAD_TOO_LARGE, UPLOAD_EMPTY, UNSUPPORTED_MEDIA */
  /** The filing's row is locked, so two uploads of one material are numbered one after the other. @returns its id */
  async append(tx: Tx, filingId: string, code: string, file: StoredFile): Promise<string> {
    const id = tx.newId();
    await this.files.record(tx, file);
    await tx.manager.query(
      `insert into filings.material (id, filing_id, code, version, file_id, uploaded_at)
       select $1, $2, $3, coalesce(max(version), 0) + 1, $4, $5
         from filings.material where filing_id = $2 and code = $3`,
      [id, filingId, code, file.id, tx.at],
    );
    return id;
  }

  /** What was uploaded for one case belongs to another one as well: the same files, each by a line of its own. @param codes those that the other one asks for */
  async bring(tx: Tx, from: string, to: string, codes: readonly string[]): Promise<void> {
    for (const { id, code } of await this.current(tx.manager, from)) {
      if (!codes.includes(code)) continue;
      await tx.manager.query(
        `insert into filings.material (id, filing_id, code, version, file_id, uploaded_at)
         select $1, $2, m.code, 1, m.file_id, m.uploaded_at from filings.material m where m.id = $3`,
        [tx.newId(), to, id],
      );
    }
  }

  /**
   * The newest of each code, but for what was brought along and is not of this code, name or address any more: that is uploaded anew.
   * Whoever looks at a case asks, and so does each upload: three tables under the rights of the case, each twice, are planned once.
   */
  current(manager: EntityManager, filingId: string): Promise<UploadedMaterial[]> {
    return runPlannedOnce(manager, CURRENT, [filingId, OF_NAME, OF_ADDRESS]);
  }

  /** A file that was handed in at some time, with the case or for a commitment later; one that was replaced before that is nobody's to look at. */
  async findHandedIn(
    manager: EntityManager,
    filingId: string,
    code: string,
    version: number,
  ): Promise<UploadedMaterial | null> {
    const rows: UploadedMaterial[] = await manager.query(
      `select ${COLUMNS}
        where m.filing_id = $1 and m.code = $2 and m.version = $3::numeric
          and (exists (select 1 from filings.submission s where s.filing_id = m.filing_id and m.id = any(s.materials))
               or exists (select 1 from filings.commitment c join filings.material last on last.id = c.material_id
                           where c.filing_id = m.filing_id and c.code = m.code and m.version <= last.version
                             and m.version > last.version - (select count(*) from filings.commitment_transition t
                                                              where t.commitment_id = c.id and t.action = 'handIn')))`,
      [filingId, code, version],
    );
    return rows[0] ?? null;
  }

  byIds(manager: EntityManager, filingId: string, ids: readonly string[]): Promise<UploadedMaterial[]> {
    return manager.query(`select ${COLUMNS} where m.filing_id = $1 and m.id = any($2)`, [filingId, ids]);
  }
}
