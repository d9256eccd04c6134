import { Inject, Injectable } from '@nestjs/common';
import type { Kind } from '@zhaoguan/contracts';
import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';

/** A filing of the same person for the same code, not refused, lapsed or deleted. */
export type OwnFiling = Pick<Filing, 'id' | 'type' | 'status' | 'regime' | 'admitBy' | 'admittedOn'>;

/** What is asked about: a code, and the kind of institution that would be filed under it. */
export interface CodeOfKind {
  readonly kind: Kind;
  readonly uscc: string;
}

/**
 * What is known already of a code and a kind. Of other people's only what the public register shows, asked as the public
 * asks it: a code must not tell who is about to file.
 */
@Injectable()
export class SameCodeStore {
  constructor(@Inject(PUBLIC_DATABASE) private readonly publicDatabase: DataSource) {}

  async isRegistered({ kind, uscc }: CodeOfKind): Promise<boolean> {
    const rows: { found: boolean }[] = await this.publicDatabase.query(
      `select exists (
         select from institutions.institution_public where uscc = $1 and kind = $2 and status <> 'CLOSED') as found`,
      [uscc, kind],
    );
    return rows[0]?.found === true;
  }

  /** @param states of the filings that count; @param except the filing from which it is asked */
  own(
    manager: EntityManager,
    applicantId: string,
    { kind, uscc }: CodeOfKind,
    states: readonly FilingStatus[],
    except: string | null = null,
  ): Promise<OwnFiling[]> {
    return manager.query(
      `select id, type, status, regime, to_char(admit_by, 'YYYY-MM-DD') as "admitBy", to_char(admitted_on, 'YYYY-MM-DD') as "admittedOn"
         from filings.filing
        where uscc = $1 and kind = $2 and applicant_id = $3 and status = any($4) and ($5::uuid is null or id <> $5)
        order by created_at desc, id desc limit 5`,
      [uscc, kind, applicantId, states, except],
    );
  }
}
