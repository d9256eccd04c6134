import { Injectable } from '@nestjs/common';
import {
  refuse,
  type FilingType,
  type Kind,
  type RatedAct,
  type RatingLevel,
  type Regime,
} from '@zhaoguan/contracts';
import type { PlainDate, Transition } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { FollowUpAction, FollowUpStatus } from '../domain/follow-up.process';
import type { RaisedFor } from '../domain/handled-above';

/** The follow-up of a bad rating (差评回访). */
export interface FollowUp {
  readonly id: string;
  readonly ratingId: string;
  readonly filingId: string;
  readonly applicantId: string;
  readonly kind: Kind;
  /** `HOME`: 家庭托育点. */
  readonly siteType: 'HOME' | null;
  readonly district: string;
  readonly township: string | null;
  readonly office: string;
  /** The division above whose office handles it, where nobody of the office rated may; null: that office itself. */
  readonly raisedTo: string | null;
  /** Why it is; null also of one that was raised before that was kept. */
  readonly raisedFor: RaisedFor | null;
  /** Nobody of that office, and nobody above it, may handle it. */
  readonly unattended: boolean;
  readonly level: RatingLevel;
  readonly action: RatedAct;
  readonly institutionName: string;
  readonly status: FollowUpStatus;
  readonly openedAt: Date;
  readonly dueOn: PlainDate;
  readonly endedAt: Date | null;
  readonly version: number;
}

/** One that has not ended, with who has had a hand in its filing and so may not handle it. */
export type OpenFollowUp = Pick<
  FollowUp,
  'id' | 'kind' | 'district' | 'township' | 'raisedTo' | 'raisedFor' | 'unattended'
> & {
  readonly hands: readonly string[];
  /** While it is to be decided, nobody who may decide it handles its ratings. */
  readonly undecided: boolean;
};

/** What its filing is called: whoever follows it up has no page of the filing to open. */
interface RatedFiling {
  readonly type: FilingType;
  readonly regime: Regime;
  readonly renewal: boolean;
  readonly prolongs: boolean;
  readonly number: string | null;
}

/** One act of its history. */
export interface FollowUpAct {
  readonly action: FollowUpAction;
  readonly to: FollowUpStatus;
  readonly actorId: string;
  readonly at: Date;
  readonly note: string;
}

/** The places and kinds whose follow-ups somebody handles. */
export interface FollowUpCriteria {
  readonly kinds: readonly Kind[];
  readonly status?: FollowUpStatus | undefined;
  /** Divisions of the jurisdiction, for the index; null for the whole country. */
  readonly places: readonly string[] | null;
  /** Townships in it for which another authority is responsible. */
  readonly heldByOthers: readonly string[];
  /** Leave out those of filings that are still to be decided: for who may decide them. */
  readonly decidedOnly: boolean;
}

const FOLLOW_UP = `u.id, u.rating_id as "ratingId", u.filing_id as "filingId", u.applicant_id as "applicantId", u.kind,
  f.site_type as "siteType", coalesce(f.name, '') as "institutionName", r.action, u.raised_for as "raisedFor", u.district, u.township, u.office, u.raised_to as "raisedTo", u.unattended, r.level, u.status, u.opened_at as "openedAt", u.due_on::text as "dueOn", u.ended_at as "endedAt", u.version
  from feedback.follow_up u join feedback.rating r on r.id = u.rating_id
  left join lateral (select g.site_type, g.name, g.status from filings.filing_facts g where g.filing_id = u.filing_id) f on true`;

/** Of what is listed with its filing. */
const LISTED_UNDECIDED = `coalesce(f.status in ('SUBMITTED', 'RETURNED'), false)`;
const UNDECIDED = `exists (select from filings.filing_facts f where f.filing_id = u.filing_id and f.status in ('SUBMITTED', 'RETURNED'))`;

@Injectable()
export class FollowUpStore {
  async insert(
    tx: Tx,
    facts: Omit<
      FollowUp,
      | 'id'
      | 'siteType'
      | 'institutionName'
      | 'action'
      | 'raisedTo'
      | 'raisedFor'
      | 'unattended'
      | 'level'
      | 'status'
      | 'openedAt'
      | 'endedAt'
      | 'version'
    >,
  ) {
    const id = tx.newId();
    await tx.manager.query(
      `insert into feedback.follow_up (id, rating_id, filing_id, applicant_id, kind, district, township, office, status, opened_at,
                                       due_on, version)
       values ($1, $2, $3, $4, $5, $6, $7, $8, 'OPEN', $9, $10, 1)`,
      [
        id,
        facts.ratingId,
        facts.filingId,
        facts.applicantId,
        facts.kind,
        facts.district,
        facts.township,
        facts.office,
        tx.at,
        facts.dueOn,
      ],
    );
    return id;
  }

  async find(manager: EntityManager, by: 'id' | 'rating_id', id: string): Promise<FollowUp | undefined> {
    const rows: FollowUp[] = await manager.query(`select ${FOLLOW_UP} where u.${by} = $1`, [id]);
    return rows[0];
  }

  /** @throws NOT_FOUND also when row-level security hides it */
  async getForUpdate(tx: Tx, id: string): Promise<FollowUp> {
    const rows: FollowUp[] = await tx.manager.query(`select ${FOLLOW_UP} where u.id = $1 for update of u`, [
      id,
    ]);
    const [row] = rows;
    if (!row) throw refuse('NOT_FOUND');
    return row;
  }

  /** Those not ended; one of them, or all. Read by the system, which alone sees who had a hand. */
  openForUpdate(tx: Tx, id: string | undefined): Promise<OpenFollowUp[]> {
    return tx.manager.query(
      `select u.id, u.kind, u.district, u.township, u.raised_to as "raisedTo", u.raised_for as "raisedFor", u.unattended,
              array(select h.person_id from filings.hand_facts h where h.filing_id = u.filing_id) as hands,
              ${UNDECIDED} as undecided
         from feedback.follow_up u
        where u.status in ('OPEN', 'CONTACTED') and ($1::uuid is null or u.id = $1)
        order by u.id for update of u`,
      [id ?? null],
    );
  }

  /** @param place null: back to the office rated */
  async raise(tx: Tx, id: string, place: string | null, why: RaisedFor | null): Promise<void> {
    await tx.manager.query('update feedback.follow_up set raised_to = $2, raised_for = $3 where id = $1', [
      id,
      place,
      why,
    ]);
  }

  async noteUnattended(tx: Tx, id: string, isSo: boolean): Promise<void> {
    await tx.manager.query('update feedback.follow_up set unattended = $2 where id = $1', [id, isSo]);
  }

  ofRatings(manager: EntityManager, ratingIds: readonly string[]): Promise<FollowUp[]> {
    return manager.query(`select ${FOLLOW_UP} where u.rating_id = any ($1::uuid[])`, [ratingIds]);
  }

  isUndecided(manager: EntityManager, id: string): Promise<boolean> {
    return manager
      .query(`select from feedback.follow_up u where u.id = $1 and ${UNDECIDED}`, [id])
      .then((rows: unknown[]) => rows.length > 0);
  }

  async filing(manager: EntityManager, filingId: string): Promise<RatedFiling | undefined> {
    const rows: RatedFiling[] = await manager.query(
      'select type, regime, renewal, prolongs, filing_number as number from filings.filing_facts where filing_id = $1',
      [filingId],
    );
    return rows[0];
  }

  /** Newest first, `limit + 1` rows. */
  list(
    manager: EntityManager,
    { kinds, status, decidedOnly, places, heldByOthers }: FollowUpCriteria,
    page: { readonly limit: number; readonly before: string | undefined },
  ): Promise<FollowUp[]> {
    return manager.query(
      `select ${FOLLOW_UP}
        where u.kind = any ($1) and ($2::text is null or u.status = $2) and ($3::uuid is null or u.id < $3)
          and not ($4 and ${LISTED_UNDECIDED}) and ($6::text[] is null or u.district = any ($6))
          and (u.township is null or not u.township = any ($7::text[]))
        order by u.id desc limit $5`,
      [kinds, status ?? null, page.before ?? null, decidedOnly, page.limit + 1, places, heldByOthers],
    );
  }

  acts(manager: EntityManager, ids: readonly string[]): Promise<(FollowUpAct & { followUpId: string })[]> {
    return manager.query(
      `select follow_up_id as "followUpId", action, to_state as "to", actor_id as "actorId", at, note
         from feedback.follow_up_transition where follow_up_id = any ($1::uuid[]) order by follow_up_id, seq`,
      [ids],
    );
  }

  /** The next state with its line of the history. @param dueOn of a follow-up that begins anew */
  async move(
    tx: Tx,
    before: FollowUp,
    { action, from, to }: Transition<FollowUpStatus, FollowUpAction>,
    { note, dueOn }: { readonly note: string; readonly dueOn?: PlainDate },
  ): Promise<void> {
    const ended = to === 'RESOLVED' || to === 'UNFOUNDED' ? tx.at : null;
    await tx.manager.query(
      `update feedback.follow_up set status = $2, ended_at = $3, due_on = coalesce($4, due_on), version = version + 1 where id = $1`,
      [before.id, to, ended, dueOn ?? null],
    );
    await tx.manager.query(
      `insert into feedback.follow_up_transition (follow_up_id, seq, action, from_state, to_state, actor_id, at, note)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [before.id, before.version, action, from, to, tx.caller.id, tx.at, note],
    );
  }
}
