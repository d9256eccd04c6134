import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Filing } from '../domain/filing';
import type { FilingStatus } from '../domain/filing.process';
import { isTakenBack } from './taken-back';

/** A case that came after another one of the same matter. */
export interface LaterCase {
  readonly id: string;
  readonly status: FilingStatus;
}

/** What was begun or decided after a case, and bears on what its page says. */
@Injectable()
export class LaterCaseStore {
  /** The last one of the same applicant for the same site that was handed in since and did not end without a decision for them. */
  async again(
    manager: EntityManager,
    { id, kind, applicantId, application }: Filing,
  ): Promise<LaterCase | null> {
    const { uscc, district, address } = application;
    const [row]: LaterCase[] = await manager.query(
      `select id, status from filings.filing
        where applicant_id = $1 and kind = $2 and uscc = $3 and district = $4 and address is not distinct from $5
          and type = 'INITIAL' and id > $6 and status in ('SUBMITTED', 'RETURNED', 'ACCEPTED')
        order by id desc limit 1`,
      [applicantId, kind, uscc, district, address, id],
    );
    return row ?? null;
  }

  /** The next prolonging (延长暂停) of a suspension. */
  async prolonging(
    manager: EntityManager,
    { id, institutionId }: Pick<Filing, 'id' | 'institutionId'>,
  ): Promise<string | null> {
    const [row]: { id: string }[] = await manager.query(
      `select f.id from filings.filing f
        where f.institution_id = $1 and f.prolongs is not null and f.status = 'ACCEPTED' and f.id > $2
          and not exists (select from filings.filing r where r.institution_id = $1 and r.type = 'RESUMPTION'
                             and r.status = 'ACCEPTED' and r.id > $2 and r.id < f.id and not ${isTakenBack('r')})
        order by f.id limit 1`,
      [institutionId, id],
    );
    return row?.id ?? null;
  }

  /** The resumption (恢复服务) that came after a suspension of the same institution. */
  async resumption(
    manager: EntityManager,
    { id, institutionId }: Pick<Filing, 'id' | 'institutionId'>,
  ): Promise<string | null> {
    const [row]: { id: string }[] = await manager.query(
      `select f.id from filings.filing f
        where f.institution_id = $1 and f.type = 'RESUMPTION' and f.status = 'ACCEPTED' and f.id > $2 and not ${isTakenBack('f')}
        order by f.id limit 1`,
      [institutionId, id],
    );
    return row?.id ?? null;
  }
}
