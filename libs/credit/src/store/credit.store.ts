import { Injectable } from '@nestjs/common';
import type { Grade } from '@zhaoguan/contracts';
import type { Institution } from '@zhaoguan/institutions';
import { dateInShanghai, plainDate, type PlainDate } from '@zhaoguan/kernel';
import type { Tx } from '@zhaoguan/platform';
import type { EntityManager } from 'typeorm';
import type { CreditEvent, Standing } from '../domain/grade';
import { capGroupOf, type CreditEntry } from '../domain/scoring';
import { CreditAccountEntity } from './credit-account.entity';
import { CreditEventEntity, CreditEventLiftEntity, GradeChangeEntity } from './credit-ledger.entity';

/** A line of the ledger with what lifted it. */
export interface LedgerLine extends CreditEvent {
  readonly sourceType: CreditEntry['sourceType'];
  readonly sourceId: string;
  readonly item: string;
  readonly text: string;
}

@Injectable()
export class CreditStore {
  findAccount(manager: EntityManager, institutionId: string): Promise<CreditAccountEntity | null> {
    return manager.findOneBy(CreditAccountEntity, { institutionId });
  }

  /** The account, locked: two events of one institution are summed one after the other. */
  lockAccount(tx: Tx, institutionId: string): Promise<CreditAccountEntity | null> {
    return tx.manager.findOne(CreditAccountEntity, {
      where: { institutionId },
      lock: { mode: 'pessimistic_write' },
    });
  }

  /** @returns false when there is one already */
  async insertAccount(
    tx: Tx,
    { id, kind, district }: Pick<Institution, 'id' | 'kind' | 'district'>,
    start: Pick<Standing, 'score' | 'grade'>,
  ): Promise<boolean> {
    const today = dateInShanghai(tx.at);
    const written = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CreditAccountEntity)
      .values({
        institutionId: id,
        kind,
        district,
        openedOn: today,
        score: start.score,
        grade: start.grade,
        gradeSince: today,
        computedOn: today,
        nextChangeOn: null,
      })
      .orIgnore()
      .returning('institution_id')
      .execute();
    return (written.raw as unknown[]).length > 0;
  }

  async saveStanding(tx: Tx, institutionId: string, now: Standing, gradeSince: PlainDate): Promise<void> {
    await tx.manager.update(
      CreditAccountEntity,
      { institutionId },
      {
        score: now.score,
        grade: now.grade,
        gradeSince,
        computedOn: dateInShanghai(tx.at),
        nextChangeOn: now.nextChangeOn,
      },
    );
  }

  /** @returns how many were new: what is in the ledger already is not entered again */
  async addEntries(
    tx: Tx,
    account: Pick<CreditAccountEntity, 'institutionId' | 'district'>,
    entries: readonly CreditEntry[],
  ): Promise<number> {
    if (entries.length === 0) return 0;
    const { institutionId, district } = account;
    const written = await tx.manager
      .createQueryBuilder()
      .insert()
      .into(CreditEventEntity)
      .values(
        entries.map((entry) => ({ ...entry, id: tx.newId(), institutionId, district, recordedAt: tx.at })),
      )
      .orIgnore()
      .returning('id')
      .execute();
    return (written.raw as unknown[]).length;
  }

  /** Every line of an institution, the newest first. */
  async lines(manager: EntityManager, institutionId: string): Promise<LedgerLine[]> {
    const events = await manager.find(CreditEventEntity, {
      where: { institutionId },
      order: { effectiveOn: 'DESC', id: 'ASC' },
    });
    const lifts = await manager.findBy(CreditEventLiftEntity, { institutionId });
    const liftedOn = new Map(lifts.map((lift) => [lift.eventId, plainDate(lift.liftedOn)]));
    return events.map((row) => ({
      id: row.id,
      ruleCode: row.ruleCode,
      direction: row.direction,
      points: row.points,
      halfLifeMonths: row.halfLifeMonths,
      effectiveOn: plainDate(row.effectiveOn),
      expiresOn: plainDate(row.expiresOn),
      forcesGrade: row.forcesGrade,
      liftedOn: liftedOn.get(row.id) ?? null,
      capGroup: capGroupOf(row),
      sourceType: row.sourceType,
      sourceId: row.sourceId,
      item: row.item,
      text: row.text,
    }));
  }

  /** Whether the person was of the team that found what an event comes from. */
  async isOwnInspection(tx: Tx, sourceId: string, personId: string): Promise<boolean> {
    const [row]: { own: boolean }[] = await tx.manager.query('select inspections.took_part($1, $2) as own', [
      sourceId,
      personId,
    ]);
    return row?.own === true;
  }

  async lift(
    tx: Tx,
    account: Pick<CreditAccountEntity, 'institutionId' | 'district'>,
    eventId: string,
    note: string,
  ): Promise<void> {
    const { institutionId, district } = account;
    await tx.manager.insert(CreditEventLiftEntity, {
      eventId,
      institutionId,
      district,
      liftedOn: dateInShanghai(tx.at),
      note,
      confirmedBy: tx.caller.id,
      recordedAt: tx.at,
    });
  }

  async addChange(
    tx: Tx,
    account: Pick<CreditAccountEntity, 'institutionId' | 'district'>,
    change: {
      readonly from: Grade | null;
      readonly to: Grade;
      readonly score: number;
      readonly cause: string;
      readonly events: readonly string[];
    },
  ): Promise<void> {
    const { institutionId, district } = account;
    const before = await tx.manager.countBy(GradeChangeEntity, { institutionId });
    await tx.manager.insert(GradeChangeEntity, {
      institutionId,
      seq: before + 1,
      district,
      fromGrade: change.from,
      toGrade: change.to,
      score: change.score,
      changedOn: dateInShanghai(tx.at),
      at: tx.at,
      cause: change.cause,
      events: [...change.events],
    });
  }

  /** The last changes, the newest first. */
  changes(manager: EntityManager, institutionId: string, most: number): Promise<GradeChangeEntity[]> {
    return manager.find(GradeChangeEntity, { where: { institutionId }, order: { seq: 'DESC' }, take: most });
  }

  /** Accounts that time has changed, locked; those another worker holds are left to it. */
  async lockDue(tx: Tx, on: PlainDate, most: number): Promise<string[]> {
    const rows: { institution_id: string }[] = await tx.manager.query(
      `select institution_id from credit.account where next_change_on <= $1
        order by next_change_on, institution_id limit $2 for update skip locked`,
      [on, most],
    );
    return rows.map((row) => row.institution_id);
  }
}
