import { Injectable } from '@nestjs/common';
import type { PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { Filing } from '../domain/filing';
import type { OpenFiling } from '../domain/open-filing';

/** Who else files for a site, and how one person begins one thing once. */
@Injectable()
export class OpenSiteStore {
  /** Of two requests of one person that begin a filing at once the second sees what the first began. Until the end of the transaction. */
  async beginAlone(tx: Tx): Promise<void> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `filings begun by ${tx.caller.id}`,
    ]);
  }

  /** Drafts in one account, also those that who asks does not see; two that are begun in it at once are counted one after the other. */
  async countDrafts(tx: Tx, applicantId: string): Promise<number> {
    await tx.manager.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [
      `drafts of ${applicantId}`,
    ]);
    const [row]: { drafts: number }[] = await tx.manager.query('select filings.drafts_of($1) as drafts', [
      applicantId,
    ]);
    return row?.drafts ?? 0;
  }

  /** Whether the licence of an institution was asked to go on, and nothing is decided of it. */
  async isRenewalAsked(manager: Tx['manager'], institutionId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select from filings.asked_renewal_facts where institution_id = $1 limit 1',
      [institutionId],
    );
    return rows.length > 0;
  }

  /**
   * Of which of these institutions the licence counts as renewed on a day, also before the register has it.
   * @law 行政许可法第五十条第二款
   */
  async presumedRenewals(
    manager: Tx['manager'],
    institutionIds: readonly string[],
    today: PlainDate,
  ): Promise<ReadonlySet<string>> {
    const rows: { id: string }[] = await manager.query(
      `select renews as id from filings.filing
        where renews = any ($1::uuid[]) and renews_in_time and status = 'SUBMITTED' and renews_until < $2
          and (admit_by < renews_until or admitted_on <= renews_until)`,
      [institutionIds, today],
    );
    return new Set(rows.map(({ id }) => id));
  }

  /** What is open about an institution, as far as the caller may see it. */
  async aboutInstitution(manager: Tx['manager'], institutionId: string): Promise<string | undefined> {
    const [row]: { id: string }[] = await manager.query(
      `select id from filings.filing where institution_id = $1 and type <> 'INITIAL'
          and status in ('DRAFT', 'SUBMITTED', 'RETURNED') limit 1`,
      [institutionId],
    );
    return row?.id;
  }

  /**
   * Another open filing of the same site, also one that row-level security hides. Of a dwelling (家庭托育点), which is told nobody, an own one;
   * and whoever files for a dwelling is held up by their own alone: a stranger who names the same house would stop a correction until its term is over.
   * @param spellings keys of its address
   * @param own the institution that stands there already: what is open about that itself is not meant
   */
  async find(
    tx: Tx,
    { id, applicantId, application }: Filing,
    spellings: readonly string[],
    own: string | null,
  ): Promise<OpenFiling | undefined> {
    const { uscc, district, siteType } = application;
    const rows: OpenFiling[] = await tx.manager.query(
      `select id, applicant_id as "applicantId", status, to_char(submitted_on, 'YYYY-MM-DD') as "submittedOn",
              to_char(correct_by, 'YYYY-MM-DD') as "correctBy"
         from filings.open_filing_at($1, $2, $3, $4, $5) where id <> $6 and ($7 or applicant_id = $5)`,
      [uscc, district, spellings, own, applicantId, id, siteType !== 'HOME'],
    );
    return rows[0];
  }
}
