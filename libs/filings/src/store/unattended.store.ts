import { Injectable } from '@nestjs/common';
import type { Site } from '@zhaoguan/contracts';
import type { Tx } from '@zhaoguan/platform';
import type { Conducted, Filing } from '../domain/filing';

/** A case as far as it says who may conduct it: nothing personal is opened for that. */
export type WaitingCase = Conducted & Pick<Filing, 'id' | 'status'>;

/** Cases that nobody of their authority may decide, as long as that is so. */
@Injectable()
export class UnattendedStore {
  async find(manager: Tx['manager'], id: string): Promise<WaitingCase | undefined> {
    const rows: WaitingCase[] = await manager.query(
      `select ${WAITING} from filings.filing f where f.id = $1`,
      [id],
    );
    return rows[0];
  }

  /** @returns whether it was not known before, or was for others to arrange */
  async note(tx: Tx, filingId: string, { district, township }: Site): Promise<boolean> {
    const rows: unknown[] = await tx.manager.query(
      `insert into filings.unattended as u (filing_id, district, township, since) values ($1, $2, $3, $4)
       on conflict (filing_id) do update set district = excluded.district, township = excluded.township
         where (u.district, u.township) is distinct from (excluded.district, excluded.township)
       returning filing_id`,
      [filingId, district, township, tx.at],
    );
    return rows.length > 0;
  }

  /** @returns whether it was known */
  async clear(tx: Tx, filingId: string): Promise<boolean> {
    const [rows]: [unknown[], number] = await tx.manager.query(
      'delete from filings.unattended where filing_id = $1 returning filing_id',
      [filingId],
    );
    return rows.length > 0;
  }

  /** Cases that were noted, in the order of their ids, behind `after`. */
  async known(tx: Tx, after: string | null, limit: number): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select filing_id as id from filings.unattended where $1::uuid is null or filing_id > $1
        order by filing_id limit $2`,
      [after, limit],
    );
    return rows.map(({ id }) => id);
  }

  /**
   * Cases that wait for a decision and that nobody conducts, or that were noted, in the order of their ids, behind `after`.
   * @param districts of which authorities those that wait are; null: of all
   */
  async toLookAt(
    tx: Tx,
    districts: readonly string[] | null,
    after: string | null,
    limit: number,
  ): Promise<string[]> {
    const rows: { id: string }[] = await tx.manager.query(
      `select id from (
         select u.filing_id as id from filings.unattended u where $1::uuid is null or u.filing_id > $1
         union
         select f.id from filings.filing f
          where f.status = 'SUBMITTED' and ($1::uuid is null or f.id > $1)
            and ($3::text[] is null or ${OF_OFFICE} = any ($3) or f.authority is null and f.township = any ($3))
            and not exists (select from filings.case_holder h where h.filing_id = f.id)) waiting
        order by id limit $2`,
      [after, limit, districts],
    );
    return rows.map(({ id }) => id);
  }
}

const OF_OFFICE = 'coalesce(f.authority, f.district)';
const WAITING = `f.id, f.status, f.kind, f.authority, f.applicant_id as "applicantId", f.entered_by as "enteredBy",
              f.account_given_by as "accountGivenBy", f.advised_by as "advisedBy",
              json_build_object('district', f.district, 'township', f.township) as application`;
