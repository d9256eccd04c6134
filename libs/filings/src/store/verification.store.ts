import { Injectable } from '@nestjs/common';
import { refuse } from '@zhaoguan/contracts';
import { plainDate, type PlainDate } from '@zhaoguan/kernel';
import { FileStore, type MediaType, type StoredFile, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { CheckedFact, Verification } from '../domain/verification';
import type { VerificationAction, VerificationStatus } from '../domain/verification.process';

/** One act, as it is kept for good. */
export interface VerificationStep {
  readonly seq: number;
  readonly action: VerificationAction;
  readonly from: VerificationStatus;
  readonly to: VerificationStatus;
  readonly actorId: string;
  readonly at: Date;
  readonly reason: string | null;
}

/** What a visit found, beside the act with the same number. */
export interface VisitRecord {
  readonly seq: number;
  readonly visitedOn: PlainDate;
  /** Names of the officials. */
  readonly officers: readonly string[];
  readonly experts: readonly string[];
  readonly facts: readonly CheckedFact[];
  readonly note: string | null;
  /** Ids of the files taken on the spot. */
  readonly files: readonly string[];
}

/** A photo or paper beside a visit, or by which the applicant shows that something was put right. */
export interface VerificationFile {
  readonly id: string;
  readonly name: string;
  readonly size: number;
  readonly mediaType: MediaType;
  readonly sm3: string;
  readonly uploadedBy: string;
}

type Row = Omit<Verification, 'dueOn' | 'correctBy' | 'plannedOn'> & {
  readonly plannedOn: string | null;
  readonly dueOn: string | null;
  readonly correctBy: string | null;
};

const LAST_FIRST = 'order by v.opened_at desc, v.id desc';
const COLUMNS = `v.id, v.filing_id as "filingId", v.institution_id as "institutionId", v.origin, v.purpose,
  v.planned_on::text as "plannedOn", v.ordered_by as "orderedBy", v.applicant_id as "applicantId", v.kind,
  v.district, v.township, v.status, v.due_on::text as "dueOn", v.correct_by::text as "correctBy", v.opened_at as "openedAt", v.since
  from filings.verification v`;

/** Visits of before knew nothing but what was filed, and kept no numbers. */
type Later = Pick<CheckedFact, 'requires' | 'unit' | 'foundNumber'>;
type KeptFact = Omit<CheckedFact, keyof Later> & Partial<Later>;
const BEFORE: Later = { requires: null, unit: null, foundNumber: null };

@Injectable()
export class VerificationStore {
  constructor(private readonly files: FileStore) {}

  async insert(tx: Tx, v: Verification): Promise<void> {
    await tx.manager.query(
      `insert into filings.verification (id, filing_id, institution_id, applicant_id, kind, district, township, status,
         due_on, correct_by, opened_at, since, origin, purpose, planned_on, ordered_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16)`,
      [
        v.id,
        v.filingId,
        v.institutionId,
        v.applicantId,
        v.kind,
        v.district,
        v.township,
        v.status,
        v.dueOn,
        v.correctBy,
        v.openedAt,
        v.since,
        v.origin,
        v.purpose,
        v.plannedOn,
        v.orderedBy,
      ],
    );
  }

  /** The last first: one that has ended may be followed by another. */
  async listOfFiling(manager: EntityManager, filingId: string): Promise<Verification[]> {
    const rows: Row[] = await manager.query(`select ${COLUMNS} where v.filing_id = $1 ${LAST_FIRST}`, [
      filingId,
    ]);
    return rows.map(toDomain);
  }

  async findOfFiling(manager: EntityManager, filingId: string): Promise<Verification | null> {
    return (await this.listOfFiling(manager, filingId))[0] ?? null;
  }

  /** The last of it, locked until the end of the transaction. @throws NOT_FOUND */
  async getForUpdate(tx: Tx, filingId: string): Promise<Verification> {
    const [row]: Row[] = await tx.manager.query(
      `select ${COLUMNS} where v.filing_id = $1 ${LAST_FIRST} limit 1 for update`,
      [filingId],
    );
    if (!row) throw refuse('NOT_FOUND');
    return toDomain(row);
  }

  /** How many acts there were: of whom it was read with fewer, somebody was faster. Asked for after the lock. */
  async version({ manager }: Pick<Tx, 'manager'>, id: string): Promise<number> {
    const [row]: { version: number }[] = await manager.query(
      'select coalesce(max(seq), 0)::int as version from filings.verification_transition where verification_id = $1',
      [id],
    );
    return row?.version ?? 0;
  }

  /** Those of an institution that have not ended, locked. */
  async listOpenForUpdate(tx: Tx, institutionId: string): Promise<Verification[]> {
    const rows: Row[] = await tx.manager.query(
      `select ${COLUMNS} where v.institution_id = $1 and v.status not in ('VERIFIED', 'CANCELLED')
        order by v.id for update`,
      [institutionId],
    );
    return rows.map(toDomain);
  }

  /** The last of an institution, where it ended for that reason. */
  async lastEndedWith(tx: Tx, institutionId: string, reason: string): Promise<Verification | null> {
    const rows: Row[] = await tx.manager.query(
      `select ${COLUMNS}
        where v.id = (select id from filings.verification where institution_id = $1 order by opened_at desc, id desc limit 1)
          and exists (select from filings.verification_transition t
                       where t.verification_id = v.id and t.action = 'cancel' and t.reason = $2)`,
      [institutionId, reason],
    );
    return rows[0] ? toDomain(rows[0]) : null;
  }

  /** Those of an institution of which a visit found something to be otherwise, and that is not ended. */
  async listMismatches(manager: EntityManager, institutionId: string): Promise<Verification[]> {
    const rows: Row[] = await manager.query(
      `select ${COLUMNS} where v.institution_id = $1 and v.status in ('MISMATCH_FOUND', 'RECHECK') order by v.opened_at, v.id`,
      [institutionId],
    );
    return rows.map(toDomain);
  }

  /** Of a case that was decided: from now on it is about the institution, by the name that was accepted. */
  async bind(tx: Tx, filingId: string, institutionId: string, name: string): Promise<void> {
    await tx.manager.query(
      'update filings.verification set institution_id = $2, filing_name = $3 where filing_id = $1 and institution_id is null',
      [filingId, institutionId, name],
    );
  }

  /** @returns the number of the act */
  async save(
    tx: Tx,
    before: Verification,
    after: Verification,
    act: Pick<VerificationStep, 'action' | 'reason'>,
  ): Promise<number> {
    await tx.manager.query(
      'update filings.verification set status = $2, due_on = $3, correct_by = $4, since = $5 where id = $1',
      [after.id, after.status, after.dueOn, after.correctBy, after.since],
    );
    const [row]: { seq: number }[] = await tx.manager.query(
      `insert into filings.verification_transition (verification_id, seq, action, from_status, to_status, actor_id, at, reason)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7
         from filings.verification_transition where verification_id = $1 returning seq`,
      [after.id, act.action, before.status, after.status, tx.caller.id, tx.at, act.reason],
    );
    if (!row) throw new Error(`verification ${after.id} kept no act`);
    return row.seq;
  }

  async appendVisit(
    tx: Tx,
    id: string,
    visit: VisitRecord & { readonly officerIds: readonly string[] },
  ): Promise<void> {
    await tx.manager.query(
      `insert into filings.verification_visit (verification_id, seq, visited_on, officers, officer_ids, experts, facts, note,
              files)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        visit.seq,
        visit.visitedOn,
        visit.officers,
        visit.officerIds,
        visit.experts,
        JSON.stringify(visit.facts),
        visit.note,
        visit.files,
      ],
    );
  }

  steps(manager: EntityManager, id: string): Promise<VerificationStep[]> {
    return manager.query(
      `select seq, action, from_status as "from", to_status as "to", actor_id as "actorId", at, reason
         from filings.verification_transition where verification_id = $1 order by seq`,
      [id],
    );
  }

  async visits(manager: EntityManager, id: string): Promise<VisitRecord[]> {
    const visits: (Omit<VisitRecord, 'facts'> & { readonly facts: readonly KeptFact[] })[] =
      await manager.query(
        `select seq, visited_on::text as "visitedOn", officers, experts, facts, note, files
         from filings.verification_visit where verification_id = $1 order by seq`,
        [id],
      );
    return visits.map((visit) => ({
      ...visit,
      facts: visit.facts.map((fact) => ({ ...BEFORE, ...fact })),
    }));
  }

  async appendFile(tx: Tx, id: string, file: StoredFile): Promise<void> {
    await this.files.record(tx, file);
    await tx.manager.query(
      'insert into filings.verification_file (file_id, verification_id, uploaded_by, at) values ($1, $2, $3, $4)',
      [file.id, id, tx.caller.id, tx.at],
    );
  }

  listFiles(manager: EntityManager, id: string): Promise<VerificationFile[]> {
    return manager.query(
      `select f.id, f.name, f.size::float8 as size, f.media_type as "mediaType", f.sm3, v.uploaded_by as "uploadedBy"
         from filings.verification_file v join platform.stored_file f on f.id = v.file_id
        where v.verification_id = $1 order by v.at, f.id`,
      [id],
    );
  }
}

function toDomain({ dueOn, correctBy, plannedOn, ...row }: Row): Verification {
  return {
    ...row,
    plannedOn: plannedOn === null ? null : plainDate(plannedOn),
    dueOn: dueOn === null ? null : plainDate(dueOn),
    correctBy: correctBy === null ? null : plainDate(correctBy),
  };
}
