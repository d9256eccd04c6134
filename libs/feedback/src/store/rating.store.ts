import { Injectable } from '@nestjs/common';
import { refuse, type RatedAct, type RatingLevel } from '@zhaoguan/contracts';
import { FieldCipher, isDuplicateKey, type Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { FilingStep, Opinion, StepKey } from '../domain/rating';

/** A rating as it was given. */
export interface Rating extends Omit<Opinion, 'contactPhone'>, StepKey {
  readonly id: string;
  readonly filingId: string;
  readonly action: RatedAct;
  readonly applicantId: string;
  readonly district: string;
  readonly ratedAt: Date;
  readonly addition: Addition | null;
}

/** What was added to a rating (追评). */
export interface Addition {
  readonly words: string;
  /** The applicant says that what was found fault with is not settled. */
  readonly unsettled: boolean;
  readonly addedAt: Date;
}

export interface NewRating extends Opinion {
  readonly filing: FilingStep;
  readonly action: RatedAct;
  readonly officialIds: readonly string[];
  readonly office: string;
}

const RATING = `r.id, r.filing_id as "filingId", r.process, r.record_id as "recordId", r.step, r.action, r.applicant_id as "applicantId", r.district, r.level, r.reasons, r.words,
  r.rated_at as "ratedAt", a.words as added, a.unsettled, a.added_at as "addedAt"
  from feedback.rating r left join feedback.addition a on a.rating_id = r.id`;

interface RatingRow extends Omit<Rating, 'addition'> {
  readonly added: string | null;
  readonly unsettled: boolean | null;
  readonly addedAt: Date | null;
  readonly level: RatingLevel;
}

const STEP = `filing_id as "filingId", process, record_id as "recordId", step, action, again, actor_ids as "actorIds", at,
  day::text as day, about, applicant_id as "applicantId", kind, name, district, township from filings.step_facts`;

const contextOf = (id: string): string => `service-rating.contact-phone:${id}`;

/** Ratings and what is added to them: append-only. Steps are read from the view of the filings. */
@Injectable()
export class RatingStore {
  constructor(private readonly cipher: FieldCipher) {}

  steps(manager: EntityManager, filingId: string): Promise<FilingStep[]> {
    return manager.query(`select ${STEP} where filing_id = $1 order by at, process, step`, [filingId]);
  }

  /** Whether the filing is the person's, also while nothing has been done with it. */
  async isOf(manager: EntityManager, filingId: string, personId: string): Promise<boolean> {
    const rows: unknown[] = await manager.query(
      'select from filings.concerned_facts where filing_id = $1 and person_id = $2 limit 1',
      [filingId, personId],
    );
    return rows.length > 0;
  }

  async step(
    manager: EntityManager,
    filingId: string,
    { process, recordId, step }: StepKey,
  ): Promise<FilingStep | undefined> {
    const rows: FilingStep[] = await manager.query(
      `select ${STEP} where filing_id = $1 and process = $2 and record_id = $3 and step = $4`,
      [filingId, process, recordId, step],
    );
    return rows[0];
  }

  /** @throws RATING_GIVEN */
  async insert(tx: Tx, rating: NewRating): Promise<string> {
    const { filing, action, officialIds, office, level, reasons, words, contactPhone } = rating;
    const id = tx.newId();
    try {
      await tx.manager.query(
        `insert into feedback.rating (id, filing_id, process, record_id, step, action, applicant_id, official_ids, kind, district,
                                      township, office, level, reasons, words, rated_at, contact_phone)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
        [
          id,
          filing.filingId,
          filing.process,
          filing.recordId,
          filing.step,
          action,
          filing.applicantId,
          officialIds,
          filing.kind,
          filing.district,
          filing.township,
          office,
          level,
          reasons,
          words,
          tx.at,
          contactPhone === null ? null : this.cipher.seal(contactPhone, contextOf(id)),
        ],
      );
    } catch (error) {
      if (isDuplicateKey(error, 'rating_once')) throw refuse('RATING_GIVEN');
      throw error;
    }
    return id;
  }

  /** @throws ADDITION_GIVEN */
  async add(tx: Tx, ratingId: string, words: string, unsettled: boolean): Promise<void> {
    try {
      await tx.manager.query(
        'insert into feedback.addition (rating_id, words, unsettled, added_at) values ($1, $2, $3, $4)',
        [ratingId, words, unsettled, tx.at],
      );
    } catch (error) {
      if (isDuplicateKey(error)) throw refuse('ADDITION_GIVEN');
      throw error;
    }
  }

  async ofFiling(manager: EntityManager, filingId: string): Promise<Rating[]> {
    const rows: RatingRow[] = await manager.query(`select ${RATING} where r.filing_id = $1 order by r.id`, [
      filingId,
    ]);
    return rows.map(toRating);
  }

  /** The telephone number that was left with a rating, in clear; null where none was. */
  async contactPhone(manager: EntityManager, id: string): Promise<string | null> {
    const rows: { sealed: string | null }[] = await manager.query(
      'select contact_phone as sealed from feedback.rating where id = $1',
      [id],
    );
    const sealed = rows[0]?.sealed ?? null;
    return sealed === null ? null : this.cipher.open(sealed, contextOf(id));
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async get(manager: EntityManager, id: string): Promise<Rating> {
    const rows: RatingRow[] = await manager.query(`select ${RATING} where r.id = $1`, [id]);
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return toRating(row);
  }
}

function toRating({ added, unsettled, addedAt, ...rating }: RatingRow): Rating {
  const addition =
    added === null || addedAt === null ? null : { words: added, unsettled: unsettled === true, addedAt };
  return { ...rating, addition };
}
