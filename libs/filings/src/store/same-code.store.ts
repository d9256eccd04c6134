import { Inject, Injectable } from '@nestjs/common';
import { PUBLIC_DATABASE } from '@zhaoguan/platform';
import { DataSource, type EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';

/** A filing of the same person for the same code, under way or accepted. */
export interface OwnFiling {
  readonly id: string;
  readonly status: FilingStatus;
}

/**
 * What is known already of the code and kind of a filing. Of other people's only what the public register shows, asked as
 * the public asks it: a code must not tell who is about to file.
 */
@Injectable()
export class SameCodeStore {
  constructor(@Inject(PUBLIC_DATABASE) private readonly publicDatabase: DataSource) {}

  async isRegistered({ kind, application }: Filing): Promise<boolean> {
    const rows: { found: boolean }[] = await this.publicDatabase.query(
      `select exists (
         select from institutions.institution_public where uscc = $1 and kind = $2 and status <> 'CLOSED') as found`,
      [application.uscc, kind],
    );
    return rows[0]?.found === true;
  }

  own(manager: EntityManager, { id, applicantId, kind, application }: Filing): Promise<OwnFiling[]> {
    return manager.query(
      `select id, status from filings.filing
        where uscc = $1 and kind = $2 and applicant_id = $3 and id <> $4
          and status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')
        order by created_at desc, id desc limit 5`,
      [application.uscc, kind, applicantId, id],
    );
  }
}
