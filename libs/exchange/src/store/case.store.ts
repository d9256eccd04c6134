import { Inject, Injectable } from '@nestjs/common';
import type { PartnerEvent } from '@zhaoguan/contracts';
import { CONFIG, FieldCipher, type AppConfig, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type {
  CaseChange,
  InstitutionStep,
  RemovalStep,
  TellsPaper,
  VerificationStep,
} from '../domain/change';

/** A case of a partner: its own number, the filing that was made of it, and the account in whose name. */
export interface PartnerCase {
  readonly id: string;
  readonly partnerId: string;
  readonly reference: string;
  readonly filingId: string;
  readonly applicantId: string;
  /** The institution that came of it, while no other first filing has taken its place. */
  readonly institutionId: string | null;
  /** Blind index of what was handed in. */
  readonly content: string;
}

export interface Step {
  readonly event: PartnerEvent;
  readonly filingId: string;
  readonly status: string;
  readonly dueOn: string | null;
  readonly correctBy: string | null;
  readonly filingNumber: string | null;
  /** `code` (核验码) leads to it. */
  readonly paper: (TellsPaper & { readonly code: string }) | null;
}

/** A step of the institution that came of a case, after the case itself is over. */
export interface LaterStep extends InstitutionStep {
  readonly event: PartnerEvent;
  readonly institutionId: string;
  readonly filingNumber: string | null;
  /** `paperCode` (核验码) leads to its paper. */
  readonly removal?: RemovalStep & { readonly paperCode: string | null };
  /** What a visit on the spot found, and the last day for putting it right. */
  readonly verification?: VerificationStep;
  readonly correctBy?: string | null;
}

interface ChangeRow extends Omit<CaseChange, 'removal' | 'paper'> {
  readonly paper: Step['paper'];
  readonly removal: LaterStep['removal'] | null;
}

interface Counted {
  readonly id: string;
  readonly partnerId: string;
  readonly seq: number;
}

const COLUMNS = `c.id, c.partner_id as "partnerId", c.reference, c.filing_id as "filingId",
  c.applicant_id as "applicantId", c.institution_id as "institutionId", c.content`;
const CHANGE_COLUMNS = `h.id as "eventId", h.event, c.reference, c.filing_id as "filingId", h.seq, h.status,
  h.due_on::text as "dueOn", h.correct_by::text as "correctBy", h.filing_number as "filingNumber", h.at,
  h.institution_status as "institutionStatus", h.effective_on::text as "effectiveOn", h.filing_end as "filingEnd",
  h.removal, h.paper, h.verification`;

@Injectable()
export class CaseStore {
  constructor(
    private readonly cipher: FieldCipher,
    @Inject(CONFIG) private readonly config: AppConfig,
  ) {}

  /** Tells two contents apart without keeping any of them. */
  contentIndex(content: string): string {
    return this.cipher.index(content, 'exchange.case');
  }

  applicantIndex(userReference: string, uscc: string): string {
    return this.cipher.index(`${uscc}\0${userReference}`, 'exchange.applicant');
  }

  async find(manager: EntityManager, partnerId: string, reference: string): Promise<PartnerCase | undefined> {
    const rows: PartnerCase[] = await manager.query(
      `select ${COLUMNS} from exchange.partner_case c where c.partner_id = $1 and c.reference = $2`,
      [partnerId, reference],
    );
    return rows[0];
  }

  /** @returns false when the number is taken */
  async insert(tx: Tx, kept: Omit<PartnerCase, 'id' | 'institutionId'>): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `insert into exchange.partner_case (id, partner_id, reference, content, filing_id, applicant_id, created_at)
       values ($1, $2, $3, $4, $5, $6, $7) on conflict (partner_id, reference) do nothing returning id`,
      [tx.newId(), kept.partnerId, kept.reference, kept.content, kept.filingId, kept.applicantId, tx.at],
    );
    return rows.length > 0;
  }

  async findApplicant(manager: EntityManager, partnerId: string, index: string): Promise<string | undefined> {
    const rows: { personId: string }[] = await manager.query(
      'select person_id as "personId" from exchange.applicant where partner_id = $1 and reference = $2',
      [partnerId, index],
    );
    return rows[0]?.personId;
  }

  /** One at a time for a user: two cases at once must not make two accounts. */
  async lockApplicant(tx: Tx, partnerId: string, index: string): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `${partnerId} ${index}`,
    ]);
  }

  async insertApplicant(tx: Tx, partnerId: string, index: string, personId: string): Promise<void> {
    await tx.manager.query(
      'insert into exchange.applicant (partner_id, reference, person_id, created_at) values ($1, $2, $3, $4)',
      [partnerId, index, personId, tx.at],
    );
  }

  /** Whether a partner handed it in. */
  async isCase(manager: EntityManager, filingId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query('select from exchange.partner_case where filing_id = $1', [
      filingId,
    ]);
    return rows.length > 0;
  }

  /** Which institution came of a case; one that it came of before stands on another filing now. */
  async bindInstitution(tx: Tx, filingId: string, institutionId: string): Promise<void> {
    await tx.manager.query(
      'update exchange.partner_case set institution_id = null where institution_id = $2 and filing_id <> $1',
      [filingId, institutionId],
    );
    await tx.manager.query('update exchange.partner_case set institution_id = $2 where filing_id = $1', [
      filingId,
      institutionId,
    ]);
  }

  /** Writes a step down, if the filing is a case of a partner. @returns whose */
  async appendChange(tx: Tx, step: Step): Promise<string | undefined> {
    const found = await this.count(tx, 'filing_id', step.filingId);
    if (!found) return undefined;
    await tx.manager.query(
      `insert into exchange.change (id, case_id, partner_id, seq, event, status, due_on, correct_by, filing_number, at, paper)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.newId(),
        found.id,
        found.partnerId,
        found.seq,
        step.event,
        step.status,
        step.dueOn,
        step.correctBy,
        step.filingNumber,
        tx.at,
        step.paper ? JSON.stringify(step.paper) : null,
      ],
    );
    return found.partnerId;
  }

  /** Writes down what became of an institution, if it came of a case of a partner. The case stays as it ended. @returns whose */
  async appendLater(tx: Tx, step: LaterStep): Promise<string | undefined> {
    const found = await this.count(tx, 'institution_id', step.institutionId);
    if (!found) return undefined;
    await tx.manager.query(
      `insert into exchange.change (id, case_id, partner_id, seq, event, status, filing_number, at, institution_status,
                                    effective_on, filing_end, removal, verification, correct_by)
       select $1, $2, $3, $4, $5, before.status, $6, $7, $8, $9, $10, $11, $12, $13
         from exchange.change before where before.case_id = $2 and before.seq = $4::integer - 1`,
      [
        tx.newId(),
        found.id,
        found.partnerId,
        found.seq,
        step.event,
        step.filingNumber,
        tx.at,
        step.institutionStatus,
        step.effectiveOn,
        step.filingEnd,
        step.removal ? JSON.stringify(step.removal) : null,
        step.verification ? JSON.stringify(step.verification) : null,
        step.correctBy ?? null,
      ],
    );
    return found.partnerId;
  }

  /** The next place in a case, which stays locked until the end of the transaction. */
  private async count(tx: Tx, by: 'filing_id' | 'institution_id', id: string): Promise<Counted | undefined> {
    const [changed]: [Counted[], number] = await tx.manager.query(
      `update exchange.partner_case set last_seq = last_seq + 1 where ${by} = $1
       returning id, partner_id as "partnerId", last_seq as seq`,
      [id],
    );
    return changed[0];
  }

  /** One at a time for a case: what is asked of its deliveries stays true until the end of the transaction. */
  async lock(tx: Tx, caseIds: readonly string[]): Promise<void> {
    await tx.manager.query(
      'select 1 from exchange.partner_case where id = any($1::uuid[]) order by id for update',
      [caseIds],
    );
  }

  /**
   * Gives the changes that have been committed since the last time their places; one at a time for a partner.
   * @returns the changes that got one
   */
  async placeChanges(
    tx: Tx,
    partnerId: string,
  ): Promise<readonly { readonly id: string; readonly caseId: string; readonly seq: number }[]> {
    await tx.manager.query('select 1 from exchange.partner where id = $1 for update', [partnerId]);
    const placed = await tx.manager
      .query(
        `with fresh as (
           select h.id, row_number() over (order by h.at, h.case_id, h.seq) as place
             from exchange.change h where h.partner_id = $1 and h.position is null)
         update exchange.change h set position = p.last_position + fresh.place
           from fresh, exchange.partner p
          where h.id = fresh.id and p.id = $1
         returning h.id, h.case_id as "caseId", h.seq`,
        [partnerId],
      )
      .then(([changed]: [{ id: string; caseId: string; seq: number }[], number]) => changed);
    await tx.manager.query('update exchange.partner set last_position = last_position + $2 where id = $1', [
      partnerId,
      placed.length,
    ]);
    return placed;
  }

  /** The feed of a partner behind a place, in order. */
  async changesAfter(
    manager: EntityManager,
    partnerId: string,
    after: number,
    limit: number,
  ): Promise<(CaseChange & { readonly position: string })[]> {
    const rows: (ChangeRow & { readonly position: string })[] = await manager.query(
      `select ${CHANGE_COLUMNS}, h.position from exchange.change h join exchange.partner_case c on c.id = h.case_id
        where h.partner_id = $1 and h.position > $2 order by h.position limit $3`,
      [partnerId, after, limit],
    );
    return rows.map((row) => ({ ...this.toChange(row), position: row.position }));
  }

  /** @throws Error when it is gone: a change is never removed */
  async getChange(manager: EntityManager, id: string): Promise<CaseChange> {
    const rows: ChangeRow[] = await manager.query(
      `select ${CHANGE_COLUMNS} from exchange.change h join exchange.partner_case c on c.id = h.case_id where h.id = $1`,
      [id],
    );
    if (!rows[0]) throw new Error(`change ${id} is gone`);
    return this.toChange(rows[0]);
  }

  private toChange({ removal, paper, ...row }: ChangeRow): CaseChange {
    return { ...row, paper: this.toPaper(paper), removal: this.toRemoval(removal) };
  }

  private toPaper(paper: ChangeRow['paper']): CaseChange['paper'] {
    if (!paper) return null;
    const { code, ...told } = paper;
    return { ...told, checkUrl: `${this.config.publicUrl}/papers/${code}` };
  }

  private toRemoval(removal: ChangeRow['removal']): CaseChange['removal'] {
    if (!removal) return null;
    const { paperCode, ...told } = removal;
    const checkUrl = paperCode === null ? null : `${this.config.publicUrl}/papers/${paperCode}`;
    return { ...told, checkUrl };
  }
}
