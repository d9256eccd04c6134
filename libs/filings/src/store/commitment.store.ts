import { Injectable } from '@nestjs/common';
import { kindsLedBy, type Caller, type LegalCitation } from '@zhaoguan/contracts';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { Application } from '../domain/application';
import type { Commitment, LapsedCommitment } from '../domain/commitment';
import type { CommitmentAction, CommitmentStatus } from '../domain/commitment.process';
import { ApplicationSeal } from './sealed-application';

type Row = Omit<Commitment, 'basis'> & { readonly law: string; readonly article: string | null };

/** One act on a commitment, as it is kept for good. */
export interface CommitmentAct {
  readonly action: CommitmentAction;
  readonly from: CommitmentStatus;
  readonly to: CommitmentStatus;
  readonly reason: string | null;
  /** The removal (注销、撤销) by which, or by the annulment of which, it came. */
  readonly removalId: string | null;
}

/** An act as it was kept, with the file that was handed in by it. */
export interface KeptAct extends Pick<CommitmentAct, 'action' | 'reason'> {
  readonly commitmentId: string;
  readonly seq: number;
  readonly actorId: string;
  readonly at: Date;
  readonly version: number | null;
  readonly fileName: string | null;
  readonly size: number | null;
}

/** A commitment of an institution, with the filing that it was given in. */
export type FiledCommitment = Commitment & { readonly filingNumber: string | null };

const FACTS = `c.id, c.filing_id as "filingId", c.code, c.name, c.text, c.days, c.basis_law as law,
       c.basis_article as article, c.status, c.given_at as "givenAt", c.due_on::text as "dueOn", c.check_by::text as "checkBy",
       c.material_id as "materialId"`;
const COLUMNS = `${FACTS},
       (select t.reason from filings.commitment_transition t
         where t.commitment_id = c.id order by t.seq desc limit 1) as reason,
       exists (select from filings.commitment_transition t
         where t.commitment_id = c.id and t.action = 'return') as returned`;

/** What is kept of an act, and the file that came with it: the last one is that of the commitment, and each before it one version earlier. */
const ACTS = `select t.commitment_id as "commitmentId", t.seq, t.action, t.actor_id as "actorId", t.at, t.reason, m.version,
       f.name as "fileName", f.size::float8 as size
  from filings.commitment c
  join filings.commitment_transition t on t.commitment_id = c.id
  left join filings.material last on last.id = c.material_id
  left join filings.material m
    on t.action = 'handIn' and m.filing_id = c.filing_id and m.code = c.code
   and m.version = last.version - (select count(*) from filings.commitment_transition later
                                    where later.commitment_id = c.id and later.action = 'handIn' and later.seq > t.seq)
  left join platform.stored_file f on f.id = m.file_id
 where c.id = any($1) order by t.at, t.commitment_id, t.seq`;

/** What the acts on a commitment say of it: the reason of the last one, and whether one of them sent back what was handed in. */
type Said = Pick<Row, 'reason' | 'returned'>;
const NOTHING_SAID: Said = { reason: null, returned: false };

/** Commitments (告知承诺) and the acts on them. The filing's row is locked by whoever writes. */
@Injectable()
export class CommitmentStore {
  constructor(private readonly seal: ApplicationSeal) {}

  /**
   * Those that nobody has taken back. Most filings have none, and whoever looks at one asks: the acts, under the rights of commitment and filing,
   * are read where there is a commitment, for to plan that takes longer than all the rest.
   */
  async ofFiling(manager: EntityManager, filingId: string): Promise<Commitment[]> {
    const rows: Omit<Row, 'reason' | 'returned'>[] = await manager.query(
      `select ${FACTS} from filings.commitment c
        where c.filing_id = $1 and c.status <> 'WITHDRAWN' order by c.given_at, c.id`,
      [filingId],
    );
    if (rows.length === 0) return [];
    const said = await this.saidOf(
      manager,
      rows.map(({ id }) => id),
    );
    return rows.map((row) => commitmentOf({ ...row, ...(said.get(row.id) ?? NOTHING_SAID) }));
  }

  private async saidOf(manager: EntityManager, ids: readonly string[]): Promise<Map<string, Said>> {
    const rows: (Said & { readonly id: string })[] = await manager.query(
      `select commitment_id as id, (array_agg(reason order by seq desc))[1] as reason, bool_or(action = 'return') as returned
         from filings.commitment_transition where commitment_id = any ($1) group by commitment_id`,
      [ids],
    );
    return new Map(rows.map(({ id, reason, returned }) => [id, { reason, returned }]));
  }

  /** Those that have bound an institution, the last one first: one's own, and of the kinds that one's department takes. */
  async ofInstitution(
    manager: EntityManager,
    institutionId: string,
    { id, departments }: Pick<Caller, 'id' | 'departments'>,
  ): Promise<FiledCommitment[]> {
    const rows: (Row & { readonly filingNumber: string | null })[] = await manager.query(
      `select ${COLUMNS}, f.filing_number as "filingNumber"
         from filings.filing f join filings.commitment c on c.filing_id = f.id
        where f.institution_id = $1 and c.due_on is not null and (f.applicant_id = $2 or f.kind = any ($3))
        order by c.due_on desc, c.id limit 200`,
      [institutionId, id, kindsLedBy(departments)],
    );
    return rows.map(commitmentOf);
  }

  /** Those that bind an institution and are not ended. */
  async openOfInstitution(tx: Tx, institutionId: string, until: Date): Promise<Commitment[]> {
    const rows: Row[] = await tx.manager.query(
      `select ${COLUMNS}
         from filings.filing f join filings.commitment c on c.filing_id = f.id
        where f.institution_id = $1 and c.status in ('OPEN', 'HANDED_IN')
          and not exists (select from filings.commitment_transition t
                           where t.commitment_id = c.id and t.action = 'bind' and t.at > $2)
        order by c.filing_id, c.id`,
      [institutionId, until],
    );
    return rows.map(commitmentOf);
  }

  /** Those that lapsed with this removal. */
  async lapsedBy(tx: Tx, removalId: string): Promise<LapsedCommitment[]> {
    const rows: (Row & Pick<LapsedCommitment, 'lapsedFrom' | 'lapsedOn'>)[] = await tx.manager.query(
      `select ${COLUMNS}, last.from_status as "lapsedFrom", (last.at at time zone 'Asia/Shanghai')::date::text as "lapsedOn"
         from filings.commitment c
         join lateral (select * from filings.commitment_transition t where t.commitment_id = c.id order by t.seq desc limit 1) last
           on last.action = 'lapse' and last.removal_id = $1
        where c.status = 'LAPSED' order by c.filing_id, c.id`,
      [removalId],
    );
    return rows.map(commitmentOf);
  }

  /** Whether it is decided and not annulled. */
  async isRemovalInForce(tx: Tx, removalId: string): Promise<boolean> {
    const found: object[] = await tx.manager.query(
      `select from removals.removal_facts where removal_id = $1 and status = 'DECIDED'`,
      [removalId],
    );
    return found.length > 0;
  }

  /** What was done with them, the first act first. */
  acts(manager: EntityManager, ids: readonly string[]): Promise<KeptAct[]> {
    return ids.length === 0 ? Promise.resolve([]) : manager.query(ACTS, [ids]);
  }

  /** Whether the legal person or its head has broken one, in whosever filing. */
  async isBarred(manager: EntityManager, application: Application): Promise<boolean> {
    const [row]: { barred: boolean }[] = await manager.query(
      'select filings.has_broken_commitment($1, $2) as barred',
      [application.uscc, this.seal.indexOf(application)],
    );
    return row?.barred === true;
  }

  /** Whether it is known to this account that the legal person has broken one: under the code it operates an institution. */
  async isBarredOfOwn(
    manager: EntityManager,
    { uscc }: Pick<Application, 'uscc'>,
    applicantId: string,
  ): Promise<boolean> {
    const [row]: { barred: boolean }[] = await manager.query(
      `select exists (select from institutions.institution i where i.uscc = $1 and i.operator_id = $2)
          and filings.has_broken_commitment($1, null) as barred`,
      [uscc, applicantId],
    );
    return row?.barred === true;
  }

  async insert(
    tx: Tx,
    given: Pick<Commitment, 'filingId' | 'code' | 'name' | 'text' | 'days'> & {
      readonly basis: LegalCitation;
    },
  ): Promise<void> {
    const { filingId, code, name, text, days, basis } = given;
    await tx.manager.query(
      `insert into filings.commitment (id, filing_id, code, name, text, days, basis_law, basis_article, status, given_by, given_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'GIVEN', $9, $10)`,
      [tx.newId(), filingId, code, name, text, days, basis.law, basis.article, tx.caller.id, tx.at],
    );
  }

  /** Its next state, what the act has changed besides, and the act. */
  async advance(
    tx: Tx,
    id: string,
    act: CommitmentAct,
    changed: { readonly dueOn?: PlainDate; readonly checkBy?: PlainDate; readonly materialId?: string } = {},
  ): Promise<void> {
    await tx.manager.query(
      `update filings.commitment
          set status = $2, due_on = coalesce($3::date, due_on), material_id = coalesce($4::uuid, material_id),
              check_by = $5::date
        where id = $1`,
      [id, act.to, changed.dueOn ?? null, changed.materialId ?? null, changed.checkBy ?? null],
    );
    await tx.manager.query(
      `insert into filings.commitment_transition
              (commitment_id, seq, action, from_status, to_status, actor_id, at, reason, removal_id)
       select $1, coalesce(max(seq), 0) + 1, $2, $3, $4, $5, $6, $7, $8::uuid
         from filings.commitment_transition where commitment_id = $1`,
      [id, act.action, act.from, act.to, tx.caller.id, tx.at, act.reason, act.removalId],
    );
  }
}

function commitmentOf<T extends Row>({ law, article, ...row }: T): Omit<T, 'law' | 'article'> & Commitment {
  return { ...row, basis: { law, article } };
}
